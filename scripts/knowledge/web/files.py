"""Every file that stands beside the pages: feeds, redirects, data, documents, what is searched, and what a copy holds."""

from pathlib import Path

from knowledge.content.library import Library
from knowledge.documents.worksheets import write_documents
from knowledge.search.write import write_search
from knowledge.web.data_files import write_data_files
from knowledge.web.feeds import write_feeds
from knowledge.web.offline import write_copies
from knowledge.web.redirects import write_redirects
from knowledge.web.settings import Settings


def write_files(library: Library, settings: Settings, folder: Path) -> None:
    """Write them into a site's folder.

    Raises:
        CannotPrint: A document cannot be made.
    """
    for write in (write_feeds, write_redirects, write_data_files):
        write(library, settings, folder)
    write_documents(library, settings.site_url, folder)
    write_search(library, folder)
    write_copies(library, folder)
