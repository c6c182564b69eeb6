// How English asks: function words and the set phrases of a community. No word about any subject.

extension QuestionLexicon {
  /// Function words by kind.
  static let englishWords = """
    questionWord: who what where when why how which whom whose what's who's how's where's
    who: who who's
    how: how
    why: why
    whether: if whether
    if: if
    group: y'all yall folks guys
    anyone: anyone anybody someone somebody
    others: others other people else colleagues
    everyone: all everyone everybody folks guys people list group
    I: i i'm i've i'd
    my: my
    my: me
    we: we we're we've we'd
    our: our us
    you: you your you're you've yourself
    there: there
    it: it this that it's these those
    they: he she they
    have: has have had haven't hasn't
    know: know knows known
    be: is are am was were isn't aren't
    modal: can could should would may might must will shall can't couldn't shouldn't wouldn't won't
    would: would would'd like i'd we'd want wanted love
    do: do does did doesn't don't didn't
    verb: got gets works work need needs use using used
    seek: looking seeking searching
    wanted: wanted needed sought
    gladly: gladly happy love grateful
    welcome: welcome
    advice: tip tips advice suggestion suggestions idea ideas help input info information experience experiences
    advice: example examples pointer pointers recommendation recommendations thoughts feedback opinion opinions insight
    advice: insights solution solutions workaround answer answers guidance comments
    advice: clue
    curious: curious wondering wonder interested
    hear: hear read learn find
    receive: get receive
    contact: contact chat touch
    askNoun: question questions
    ask: ask asking
    wonder: wondering wonder
    share: let tell share send give explain point show
    send: send mail
    help: help explain clarify enlighten
    please: please pls plz
    stuck: stuck struggling confused lost puzzled trouble understand problem figure
    thanks: thanks thank thx cheers
    advance: advance
    speech: said says asked asks wrote writes replied
    greeting: hi hello hey dear greetings
    signup: register subscribe discount free offer signup webinar coupon newsletter
    affirm: yes no yep yeah nope exactly indeed right agreed sure correct
    tag: right eh huh not
    not: not no never nothing
    closed: the a an in on at with of for to by from out over through until because but and or so as if that which than
    closed: then now also just very often sometimes always never today yesterday here when while since although however
    filler: so and but now well ok okay oh also ps actually anyway hi hello hey alternatively
    with: with
    invite: read click register subscribe download visit order join check see
    mean: mean meant
    survey: survey poll
    appreciated: appreciate appreciated grateful helpful
    to: to for
    may: should must may need
    this: this that these those here
    """

  /// The set ways of asking.
  static let englishPhrases = """
    anyoneHas: have|do|know|be|modal ~1 anyone
    anyoneHas: anyone ~3 advice|know|have
    anyoneFirst: ^ anyone
    whoHas: ^ who ~3 have|know
    whoCould: ^ who ~2 modal|do
    othersDo: have|do|be|how ~2 others
    groupDoes: questionWord ~2 do|modal|have|be you
    groupDoes: do|have|modal|be you ~1 group
    seeks: I|we|be ~2 seek ~1 to
    seeks: ^ seek
    wanted: advice ~2 wanted
    adviceGladly: gladly ~4 advice
    hearGladly: would|gladly ~3 hear|receive
    welcomes: advice ~12 welcome
    welcomes: welcome ~3 advice
    appreciates: advice|be|would ~12 appreciated
    appreciates: I|we|would ~3 appreciated
    curious: curious ~3 questionWord|whether|others
    wonders: I|we|be ~3 wonder ~2 questionWord|whether
    wantsToKnow: would ~3 know ~1 questionWord|whether
    tellUs: share ~2 my|our ~1 know
    tellUs: ^ please ~1 share
    myQuestion: ^ my|our ~2 askNoun
    anyoneAdvice: ^ anyone ~3 advice
    asksLead: have ~3 askNoun
    asksLead: askNoun ~1 be
    helpMe: help ~1 my|our
    helpMe: modal ~2 help
    helpMe: modal ~1 anyone|you ~2 help|share
    stuck: I|we ~4 stuck
    stuck: not ~1 know|stuck ~1 questionWord|whether
    ifSomeone: if ~1 anyone
    areThere: ^ be there
    adviceFirst: ^ advice
    please: please
    clarifies: ^ do you ~1 mean
    clarifies: ^ have you
    isItNot: be ~1 it ~1 not
    verbFirstToGroup: ^ have|do|know|be|modal ~1 anyone|others
    """
}
