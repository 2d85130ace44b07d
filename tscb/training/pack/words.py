"""What every pack says, whatever its theme: aims, ground rules, what is asked at the end."""

AIMS = (
    "say in your own words what case reviews and research teach about “{theme}”",
    "recognise it in your own work, and know what to do next and whom to ask",
    "name one thing that you will do differently, and how you would know that it works",
)
GROUND_RULES = (
    "Look after yourself. What we talk about is hard, and may be close to your own life. Anybody "
    "may leave the room at any time, and nobody is asked why.",
    "Talk about practice, never about a child or family who could be known again: no names, "
    "schools, streets or dates, and no guessing who a review was about.",
    "No blame. Ask what made sense to people at the time, and what would have helped.",
    "What is said stays here, unless a child may be at risk: then act as you would at work, today.",
)
FOR_THE_TRAINER = (
    "Read all of it before, and do not give training on a case that is your own.",
    "Say at the beginning that this is difficult material, and what the session will and will not "
    "show. Nobody has to read aloud or to tell something.",
    "If you can, have a second person there who can go out with somebody who is upset.",
    "If somebody speaks of a child who could be known again, stop kindly and go on with practice. "
    "If a child may be at risk now, stay afterwards and make sure that it is passed on today.",
    "Leave time for the end, and be there for ten minutes after it.",
)
ASK_OF_A_LESSON = "Where have we seen this here, and what makes it hard to do?"
ASK_OF_RESEARCH = "Does this fit with what we see, and what would we have to change?"
ASK_OF_A_BRIEFING = (
    "What strikes us most?",
    "What do we do already, and what do we find hard?",
    "What could each agency here do differently from tomorrow?",
)
NEXT = (
    "What will I do differently from now on, and from when?",
    "Whom do I need for it, and what do I ask of them?",
    "How would a child notice, and how would we know?",
)
FEEDBACK = (
    "What will you do differently from now on?",
    "How will you, or others, know that you do?",
    "What was most useful, and what was missing?",
)
BEFORE_AND_AFTER = (
    "Before the session, how sure did you feel about this theme? (1 not at all, 5 very)",
    "And now?",
)
