"""Which statutory guidance the board works under: one choice, which criteria, deadlines, types of
review and the list of whom to tell follow.

Sources: the Local Safeguarding Children Boards Regulations 2006 with Working Together to Safeguard
Children (2015); the Children Act 2004 as changed in 2017, with Working Together from 2018 on.
"""

from django.db.models import TextChoices


class Framework(TextChoices):
    UNTIL_2018 = "2015", "Regulations of 2006, guidance of 2015: serious case reviews"
    FROM_2018 = "2018", "Guidance from 29 June 2018 on: rapid reviews and local practice reviews"
