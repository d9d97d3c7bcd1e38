"""What stands in .github: workflows that may do no more than they must, and forms that say the same in both languages."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from knowledge.checks.comment import MARKER
from knowledge.cli import app
from knowledge.content.external_links import EXTERNAL_LINKS
from typer.testing import CliRunner

GITHUB = Path(__file__).parent.parent / ".github"
WORKFLOWS = sorted(GITHUB.glob("workflows/*.yml"))
FORMS = ("error", "suggestion", "programme", "experience")

# Exact releases: a name such as @v4 is another program tomorrow.
ACTIONS = {
    "actions/checkout@v4.2.2",
    "actions/configure-pages@v5.0.0",
    "actions/deploy-pages@v4.0.5",
    "actions/download-artifact@v4.3.0",
    "actions/github-script@v7.0.1",
    "actions/setup-python@v5.6.0",
    "actions/upload-artifact@v4.6.2",
    "actions/upload-pages-artifact@v3.0.1",
}
# The only jobs that may write anything.
WRITERS = {("publish", "publish"): {"pages", "id-token"}, ("comment", "post"): {"pull-requests"}}


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _workflow(path: Path) -> dict[str, Any]:
    """A workflow; YAML takes its `on` for a yes."""
    return {("on" if name is True else name): value for name, value in _yaml(path).items()}


def _jobs() -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for path in WORKFLOWS:
        for name, job in _workflow(path)["jobs"].items():
            yield path.stem, name, job


def test_the_workflows_are_those_that_are_known() -> None:
    assert {path.stem for path in WORKFLOWS} == {"check", "comment", "external", "publish"}


def test_every_action_is_an_exact_release() -> None:
    used = {step["uses"] for _, _, job in _jobs() for step in job["steps"] if "uses" in step}
    assert used <= ACTIONS
    assert all(re.fullmatch(r"actions/[\w-]+@v\d+\.\d+\.\d+", action) for action in used)


def test_a_workflow_begins_with_the_right_to_read_and_nothing_else() -> None:
    for path in WORKFLOWS:
        assert _workflow(path)["permissions"] in ({}, {"contents": "read"}), path.name


def test_only_the_jobs_that_publish_and_comment_may_write() -> None:
    for workflow, name, job in _jobs():
        writes = {right for right, level in job.get("permissions", {}).items() if level == "write"}
        assert writes == WRITERS.get((workflow, name), set()), (workflow, name)


def test_a_job_that_may_write_runs_no_file_of_the_repository() -> None:
    for workflow, name, job in _jobs():
        if (workflow, name) in WRITERS:
            assert not any("run" in step or "checkout" in step.get("uses", "") for step in job["steps"]), (workflow, name)


def test_nothing_runs_with_rights_on_the_files_of_a_pull_request() -> None:
    for path in WORKFLOWS:
        assert "pull_request_target" not in path.read_text(encoding="utf-8")
    comment = _workflow(GITHUB / "workflows/comment.yml")
    assert set(comment["on"]) == {"workflow_run"}
    checkouts = [step for step in comment["jobs"]["write"]["steps"] if "checkout" in step.get("uses", "")]
    assert checkouts
    assert all("ref" not in step["with"] for step in checkouts)


def test_what_others_have_written_reaches_no_command_line() -> None:
    """An expression in a command is replaced before the shell sees it; values go through the environment."""
    known = re.compile(r"\$\{\{\s*needs\.\w+\.result\s*\}\}")
    for workflow, name, job in _jobs():
        for step in job["steps"]:
            written = step.get("run", "") + str(step.get("with", {}).get("script", ""))
            assert "${{" not in known.sub("", written), (workflow, name)


def test_a_checkout_leaves_no_key_behind() -> None:
    for workflow, name, job in _jobs():
        for step in job["steps"]:
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False, (workflow, name)


def test_every_job_has_an_end() -> None:
    assert all(job["timeout-minutes"] <= 60 for _, _, job in _jobs())


def test_every_command_in_a_workflow_is_one_that_there_is_with_its_options() -> None:
    used: set[tuple[str, ...]] = set()
    for _, _, job in _jobs():
        for step in job["steps"]:
            joined = step.get("run", "").replace("\\\n", " ")
            for command in re.findall(r"\.venv/bin/knowledge ([^\n|>&]*)", joined):
                name, *rest = command.split()
                used.add((name, *(word.partition("=")[0] for word in rest if word.startswith("--"))))
    assert {name for name, *_ in used} == {"check", "comment", "external"}
    for name, *options in used:
        shown = CliRunner().invoke(app, [name, "--help"], env={"COLUMNS": "200"})
        assert shown.exit_code == 0
        assert all(option in shown.output for option in options), (name, options)


def test_what_the_workflows_take_along_is_where_the_programs_put_it() -> None:
    text = (GITHUB / "workflows/external.yml").read_text(encoding="utf-8")
    assert f"path: {EXTERNAL_LINKS}" in text


def test_all_green_waits_for_every_job_and_passes_only_when_all_have() -> None:
    jobs = _workflow(GITHUB / "workflows/check.yml")["jobs"]
    green = jobs["green"]
    assert green["name"] == "All green"
    assert green["if"] == "always()"
    assert set(green["needs"]) == set(jobs) - {"green"}
    command = green["steps"][0]["run"]
    assert all(f"needs.{name}.result" in command for name in green["needs"])
    assert command.count("success") == len(green["needs"])


def test_the_comment_is_for_the_workflow_that_checks_and_finds_its_own_marker() -> None:
    text = (GITHUB / "workflows/comment.yml").read_text(encoding="utf-8")
    assert _workflow(GITHUB / "workflows/comment.yml")["on"]["workflow_run"]["workflows"] == [
        _workflow(GITHUB / "workflows/check.yml")["name"]
    ]
    assert MARKER in text


def test_the_weekly_look_at_other_sites_stops_no_pull_request() -> None:
    assert set(_workflow(GITHUB / "workflows/external.yml")["on"]) == {"schedule", "workflow_dispatch"}


@pytest.mark.parametrize("form", FORMS)
def test_a_form_asks_the_same_in_both_languages(form: str) -> None:
    english, danish = (_yaml(GITHUB / f"ISSUE_TEMPLATE/{form}.{language}.yml") for language in ("en", "da"))
    assert [_shape(part) for part in english["body"]] == [_shape(part) for part in danish["body"]]
    assert english["name"] != danish["name"]
    assert english["title"] != danish["title"]
    assert all(form_text["description"] for form_text in (english, danish))


def _shape(part: Mapping[str, Any]) -> tuple[object, ...]:
    options = part["attributes"].get("options", [])
    musts = [option["required"] for option in options if isinstance(option, dict)]
    return part["type"], part.get("id"), len(options), musts, part.get("validations")


def test_no_form_is_left_without_its_twin() -> None:
    names = {path.name for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml")}
    assert names == {f"{form}.{language}.yml" for form in FORMS for language in ("en", "da")} | {"config.yml"}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["en", "da"])
def test_a_form_is_one_that_github_takes(form: str, language: str) -> None:
    content = _yaml(GITHUB / f"ISSUE_TEMPLATE/{form}.{language}.yml")
    assert set(content) == {"name", "description", "title", "body"}
    asked = [part for part in content["body"] if part["type"] != "markdown"]
    assert {part["type"] for part in asked} <= {"input", "textarea", "dropdown", "checkboxes"}
    names = [part["id"] for part in asked]
    assert len(names) == len(set(names))
    labels = [part["attributes"]["label"] for part in asked]
    assert len(labels) == len(set(labels))
    assert all(isinstance(option, str | dict) for part in asked for option in part["attributes"].get("options", []))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["en", "da"])
def test_a_form_has_no_field_for_a_person_and_says_that_everyone_can_read_it(form: str, language: str) -> None:
    content = _yaml(GITHUB / f"ISSUE_TEMPLATE/{form}.{language}.yml")
    fields = [part for part in content["body"] if part["type"] in {"input", "textarea"}]
    person = re.compile(r"\b(?:your|dit) (?:name|navn)|e-?mail|phone|telefon|\bcpr\b|birth|fødsel", re.IGNORECASE)
    assert not any(person.search(part["attributes"]["label"]) for part in fields)
    opening = content["body"][0]["attributes"]["value"]
    assert re.search(r"everyone can read|alle kan læse", opening, re.IGNORECASE)
    rules = content["body"][-1]
    assert rules["id"] == "rules"
    assert all(option["required"] for option in rules["attributes"]["options"])


@pytest.mark.parametrize(("language", "first"), [("en", "Ask your leader first"), ("da", "Spørg din leder først")])
def test_sharing_an_experience_asks_for_every_rule_of_anonymity(language: str, first: str) -> None:
    """The form says what contribute/experience says, in six points."""
    opening = _yaml(GITHUB / f"ISSUE_TEMPLATE/experience.{language}.yml")["body"][0]["attributes"]["value"]
    assert first in opening
    assert re.findall(r"(?m)^(\d)\. ", opening) == list("123456")
    page = (GITHUB.parent / f"docs/{language}/contribute/experience.md").read_text(encoding="utf-8")
    section = page.partition("{#anonymous}")[2].partition("\n## ")[0]
    assert re.findall(r"(?m)^(\d)\. ", section) == list("123456")


def test_the_link_beside_the_forms_is_the_one_of_the_contact_data() -> None:
    config = _yaml(GITHUB / "ISSUE_TEMPLATE/config.yml")
    contacts = (GITHUB.parent / "docs/data/contacts.yml").read_text(encoding="utf-8")
    assert config["blank_issues_enabled"] is True
    assert all(link["url"] in contacts for link in config["contact_links"])


def test_the_template_of_a_pull_request_is_short_and_in_both_languages() -> None:
    text = (GITHUB / "pull_request_template.md").read_text(encoding="utf-8")
    asked = [line for line in text.splitlines() if line.startswith(("**", "- "))]
    assert len(asked) <= 10
    assert all(" · " in line for line in asked)


def test_nobody_is_named_as_the_owner_of_files() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert lines
    assert all(line.startswith("#") for line in lines)
    named = {word for line in lines for word in line.split() if word.startswith("@")}
    assert named
    assert all(name.startswith("@ORGANISATION/") for name in named)
