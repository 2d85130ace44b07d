"""The word that a review is called by: drawn by lot from the board's list, so that it tells neither
order nor initials nor a day, and like no name that the referral gives.
"""

import secrets

from django.core.exceptions import ValidationError
from django.utils import timezone

from referrals.description.known_names import known_in
from referrals.models import NeutralWord, Referral
from referrals.models.status import WrongState
from reviews.models import CaseReview
from reviews.safety.names import hits
from tscb.common.publishing.addresses import check_address_is_free

# Things of house, land and weather that nobody is named after, and no place nearby.
WORDS = (
    "anchor anvil arch balcony basin beacon bellows blanket bonfire bridle buckle burrow "
    "cabinet candle canvas carpet cartwheel cauldron chalk chimney cinder cobble compass "
    "copper cradle crayon cupboard curtain doorstep drawbridge drizzle driftwood easel envelope "
    "feather fiddle flagstone flannel funnel furrow gable gravel griddle hammock harvest "
    "hearth hedgerow horizon inkwell kettle keystone ladder lantern lattice lighthouse limestone "
    "marble meadow mitten mosaic notebook oatmeal orchard paddle parcel pavement pebble pendulum "
    "pewter pinecone platform plough puddle quarry quilt rafter rainfall ribbon riverbed rooftop "
    "saddle sandstone satchel scaffold seashell shingle signpost slate snowfall spindle stairway "
    "stencil sundial tapestry teapot thimble thistle timber trellis tunnel turbine twine umbrella "
    "velvet viaduct walnut wardrobe waterwheel weathervane wheelbarrow whistle windmill"
)
NONE_LEFT = "No word is left that could name this review: add some to the list of neutral words."


def set_up() -> None:
    """Only where the list has never been made: what staff took out stays out."""
    if not NeutralWord.objects.exists():
        NeutralWord.objects.bulk_create(NeutralWord(word=word) for word in WORDS.split())


def draw(referral: Referral) -> NeutralWord:
    """Takes a word for good. Call it inside the transaction that names the review."""
    free = NeutralWord.objects.select_for_update().filter(used_at=None, is_retired=False)
    fit = [one for one in free if fits(one.word, referral)]
    if not fit:
        raise WrongState(NONE_LEFT)
    word = secrets.choice(fit)
    word.used_at = timezone.now()
    word.save()
    return word


def fits(word: str, referral: Referral) -> bool:
    """Neither an address that is taken, nor like any name in the referral."""
    if CaseReview.objects.filter(slug=word).exists():
        return False
    try:
        check_address_is_free(CaseReview, word)
    except ValidationError:
        return False
    return not hits(title_of(word), list(known_in(referral.answers)))


def title_of(word: str) -> str:
    return f"Case review {word.capitalize()}"
