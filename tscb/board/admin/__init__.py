"""The admin of the board's facts, a file a subject."""

from django.contrib import admin

from tscb.board.admin.agency import AgencyAdmin
from tscb.board.admin.closing import BankHolidayChangeAdmin, ClosureAdmin
from tscb.board.admin.contact import ContactPointAdmin
from tscb.board.admin.home import HomePageAdmin
from tscb.board.admin.look import LookAdmin
from tscb.board.admin.menu import MenuAdmin
from tscb.board.admin.notice import NoticeAdmin
from tscb.board.admin.page import PageAdmin
from tscb.board.admin.page_file import PageFileAdmin
from tscb.board.admin.people import PersonAdmin
from tscb.board.admin.purge import PurgeAdmin
from tscb.board.admin.settings import BoardSettingsAdmin
from tscb.board.admin.words_in_language import WordsInLanguageAdmin
from tscb.board.models import (
    Agency,
    BankHolidayChange,
    BoardSettings,
    Closure,
    ContactPoint,
    HomePage,
    Menu,
    Notice,
    Page,
    PageFile,
    SiteLook,
    User,
    WordsInLanguage,
)
from tscb.common.publishing.purge import Purge

admin.site.register(Agency, AgencyAdmin)
admin.site.register(BankHolidayChange, BankHolidayChangeAdmin)
admin.site.register(BoardSettings, BoardSettingsAdmin)
admin.site.register(Closure, ClosureAdmin)
admin.site.register(ContactPoint, ContactPointAdmin)
admin.site.register(HomePage, HomePageAdmin)
admin.site.register(Menu, MenuAdmin)
admin.site.register(Notice, NoticeAdmin)
admin.site.register(Page, PageAdmin)
admin.site.register(PageFile, PageFileAdmin)
admin.site.register(SiteLook, LookAdmin)
admin.site.register(User, PersonAdmin)
admin.site.register(Purge, PurgeAdmin)
admin.site.register(WordsInLanguage, WordsInLanguageAdmin)
