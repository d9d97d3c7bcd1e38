"""What the publisher of a copy decides: where the site stands and where its files are kept."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

from knowledge.content.addresses import mail_link


@dataclass(frozen=True)
class Settings:
    """The publisher's choices.

    Attributes:
        site_url: Address of the site's root, with a slash at the end.
        repo_url: Address of the repository, without one; its pages for editing and issues follow GitHub's form.
        contact: The mailbox for suggestions; empty where there is none.
    """

    site_url: str
    repo_url: str
    contact: str = ""

    @property
    def is_local(self) -> bool:
        """Whether the site is served on this machine, where MkDocs adds an inline script that reloads changed pages."""
        return urlsplit(self.site_url).hostname in {"127.0.0.1", "localhost"}

    def address(self, path: str) -> str:
        return self.site_url + path

    def edit(self, file: str) -> str:
        return f"{self.repo_url}/edit/main/{file}"

    def new_message(self, subject: str, body: str) -> str:
        """Return a link that begins a message to the publisher; empty where there is no mailbox."""
        return mail_link(self.contact, subject, body) if self.contact else ""

    def new_issue(self, title: str, body: str) -> str:
        """Return the address of a new issue with its title and the beginning of its text already written."""
        return f"{self.repo_url}/issues/new?{urlencode({'title': title, 'body': body}, quote_via=quote)}"
