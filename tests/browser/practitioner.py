"""A practitioner at the keyboard: types answers from the description into the real page."""

from playwright.sync_api import Page as Window

from referrals.description.elements import Answers, Kind, Page, Question
from referrals.description.pages import PAGES


def start(window: Window, site: str) -> None:
    window.goto(f"{site}/refer/")
    press(window, "Start now")


def press(window: Window, button: str) -> None:
    """Presses, and waits for the next page whole: before its style has come, things still move."""
    window.get_by_role("button", name=button).click()
    window.wait_for_load_state()


def fill_in(window: Window, page: Page, answers: Answers) -> None:
    for question in page.asked(answers):
        type_answer(window, question, answers[question.name])


def type_answer(window: Window, question: Question, value: str) -> None:
    if question.kind == Kind.RADIOS:
        window.check(f"input[name={question.name}][value='{value}']")
    elif question.kind == Kind.SELECT:
        window.select_option(f"#id_{question.name}", value)
    elif question.kind == Kind.DATE:
        for part, typed in zip(("year", "month", "day"), value.split("-"), strict=True):
            window.fill(f"#id_{question.name}_{part}", typed)
    else:
        window.fill(f"#id_{question.name}", value)


def answer_all(window: Window, answers: Answers) -> None:
    for page in PAGES:
        fill_in(window, page, answers)
        press(window, "Save and continue")


def send(window: Window) -> None:
    window.check("#id_declaration_0")
    press(window, "Send the referral")
