"""The board's facts and people, a file a subject."""

from tscb.board.models.agency import Agency
from tscb.board.models.bank_holiday import BankHolidayChange
from tscb.board.models.closure import Closure
from tscb.board.models.contact import ContactPoint, OpeningHours
from tscb.board.models.factor_recovery import FactorRecovery
from tscb.board.models.home import HomeHighlight, HomePage, HomeSection
from tscb.board.models.kept_form import KeptForm
from tscb.board.models.look import SiteLook
from tscb.board.models.menu import Menu, MenuEntry
from tscb.board.models.notice import Notice
from tscb.board.models.page import Page
from tscb.board.models.page_file import PageFile
from tscb.board.models.people import User
from tscb.board.models.settings import BoardSettings
from tscb.board.models.statement import Statement
from tscb.board.models.words_in_language import WordsInLanguage

__all__ = [
    "Agency",
    "BankHolidayChange",
    "BoardSettings",
    "Closure",
    "ContactPoint",
    "FactorRecovery",
    "HomeHighlight",
    "HomePage",
    "HomeSection",
    "KeptForm",
    "Menu",
    "MenuEntry",
    "Notice",
    "OpeningHours",
    "Page",
    "PageFile",
    "SiteLook",
    "Statement",
    "User",
    "WordsInLanguage",
]
