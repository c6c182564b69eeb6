// The texts that WhatsApp itself writes into chats: events, deleted messages, files that are left out.

/// The texts that WhatsApp writes itself, in lower case. Dutch and English first; the commonest in other languages.
enum WhatsAppPhrases {
  /// How all of a list of phrases start, so that nearly all texts can be told from them by three bytes.
  struct Starts {
    private let starts: Set<UInt32>

    init(_ phrases: [String]) { starts = Set(phrases.map { Self.start(of: $0.utf8.prefix(3)) }) }

    private static func start(of bytes: some Sequence<UInt8>) -> UInt32 {
      bytes.reduce(0) { $0 << 8 | UInt32((0x41...0x5A).contains($1) ? $1 | 0x20 : $1) }
    }

    /// Whether a text may start with one of the phrases. One that starts with something else than ASCII may.
    func mayStart(_ text: ArraySlice<UInt8>) -> Bool {
      let start = text.prefix(3)
      guard start.allSatisfy({ $0 < 0x80 }), start.first != 0x20 else { return true }
      return starts.contains(Self.start(of: start))
    }
  }

  /// How texts start that are told by their start, or as a whole.
  static let starts = Starts(notices + waiting + deletedBy + Array(deleted))

  /// How lines start that are nothing but what stands for a file, without brackets.
  static let omittedStarts = Starts(omittedEnds + omittedNamedEnds)

  /// Starts of notices, which some phones write as if the group said them.
  static let notices = [
    "messages and calls are end-to-end encrypted", "messages to this chat and calls are now secured",
    "messages to this group are now secured", "messages you send to this group are now secured",
    "messages you send to this chat and calls are now secured",
    "berichten en gesprekken zijn end-to-end versleuteld",
    "berichten en oproepen zijn end-to-end versleuteld",
    "berichten naar deze chat en gesprekken zijn nu beveiligd",
    "berichten die je naar deze groep stuurt, zijn nu beveiligd",
    "berichten die je naar deze groep verzendt, zijn nu beveiligd",
    "nachrichten und anrufe sind ende-zu-ende", "les messages et les appels sont chiffrés",
    "los mensajes y las llamadas están cifrados", "as mensagens e as chamadas são protegidas",
    "i messaggi e le chiamate sono crittografati",
  ]

  /// What happens, as it stands within a line. With a colon in a group's name such a line looks like a message.
  static let events = groupEvents + chatEvents

  /// What happens in chats between two as well.
  static let chatEvents = [
    "beveiligingscode ", " heeft een bericht vastgezet", " verdwijnende berichten",
    " berichten met vervaldatum", " tijdelijke berichten", " telefoonnummer gewijzigd",
    " naar een nieuw nummer", " heeft een nieuw nummer",
    " changed their phone number", " changed their number", " changed to +", "security code ",
    " pinned a message", " disappearing messages", " message timer", "sicherheitsnummer ",
  ]

  /// What happens in groups only.
  static let groupEvents = [
    // Dutch
    " heeft de groep ", " heeft deze groep ", " hebt de groep ", " hebt deze groep ", " heeft het onderwerp ",
    " hebt het onderwerp ", " heeft de groepsnaam ", " hebt de groepsnaam ", " heeft de groepsafbeelding ",
    " heeft de groepsfoto ", " hebt de groepsafbeelding ", " heeft de groepsomschrijving ",
    " heeft de groepsbeschrijving ", " heeft de omschrijving ", " heeft de beschrijving ",
    " heeft de groepsinstellingen ", " heeft de instellingen ", " heeft de community ",
    " heeft jou toegevoegd", " heeft je toegevoegd", " hebt toegevoegd", " is toegevoegd",
    " is lid geworden", " neemt deel via ", " neemt nu deel ", " is nu beheerder", " bent nu beheerder",
    " is geen beheerder",
    // English
    " created group ", " created this group", " created the group", " changed the subject ",
    " changed the group ", " changed this group", " changed the settings", " changed the description",
    " joined using ", " joined from ", " was added", " added you", " removed you", " now an admin",
    " deleted this group", " requested to join", " left the group", " created community ",
    " this community",
    // German, French, Spanish
    " hat die gruppe ", " hast die gruppe ", " hat den betreff ", " hat die gruppenbeschreibung",
    " hat das gruppenbild", " a créé le groupe ", " a changé le sujet ",
    " a modifié ", " creó el grupo ", " cambió el asunto ", " cambió la descripción",
  ]

  /// What happens to people in groups; only looked for in texts that are marked as the program's own.
  static let markedGroupEvents = [
    " toegevoegd", " verwijderd", " verlaten", " added ", " removed ", " left", " hinzugefügt", " entfernt",
  ]

  /// Calls; only looked for in texts that are marked as the program's own.
  static let calls = [
    "spraakoproep", "spraakgesprek", "videogesprek", "video-oproep", "voice call", "video call",
    "group call", "groepsgesprek", "sprachanruf", "videoanruf",
  ]

  /// What stands before a group's name between quotes, where a group is made.
  static let makings = [
    " heeft de groep ", " hebt de groep ", " created group ", " created the group ", " hat die gruppe ",
    " hast die gruppe ", " a créé le groupe ", " creó el grupo ",
  ]

  /// What stands before a group's name between quotes, where a group gets another; the old name may stand before the new one.
  static let renamings = [
    " het onderwerp ", " de groepsnaam ", " the subject ", " the group name ", " den betreff ", " le sujet ",
    " el asunto ",
  ]

  /// Whole texts of messages that were deleted.
  static let deleted: Set<String> = [
    "dit bericht is verwijderd", "je hebt dit bericht verwijderd", "u hebt dit bericht verwijderd",
    "jij hebt dit bericht verwijderd", "this message was deleted", "you deleted this message",
    "diese nachricht wurde gelöscht", "du hast diese nachricht gelöscht", "ce message a été supprimé",
    "vous avez supprimé ce message", "se eliminó este mensaje", "este mensaje fue eliminado",
    "eliminaste este mensaje", "mensagem apagada", "você apagou esta mensagem", "esta mensagem foi apagada",
    "questo messaggio è stato eliminato", "hai eliminato questo messaggio",
  ]

  /// Starts of texts of messages that somebody else deleted; their name follows.
  static let deletedBy = ["this message was deleted by ", "dit bericht is verwijderd door "]

  /// Starts of what stands for a message that the phone had not received.
  static let waiting = ["waiting for this message", "wachten op dit bericht", "warten auf diese nachricht"]

  /// Ends of messages that were edited.
  static let edited = [
    "<dit bericht is bewerkt>", "<this message was edited>", "<diese nachricht wurde bearbeitet.>",
    "<diese nachricht wurde bearbeitet>", "<ce message a été modifié>", "<se editó este mensaje.>",
  ]

  /// Lines that stand for a file, on Android.
  static let omittedFiles: Set<String> = [
    "<media weggelaten>", "<media omitted>", "<medien ausgeschlossen>", "<medien weggelassen>",
    "<médias omis>", "<multimedia omitido>", "<archivo omitido>", "<media omessi>", "<mídia oculta>",
    "<arquivo de mídia oculto>", "<pominięto multimedia>", "<media utelatt>", "<medier udeladt>",
    "<без медиафайлов>", "<medya dahil edilmedi>", "<bestand weggelaten>", "<file omitted>",
  ]

  /// Ends of lines that name a file, on Android.
  static let attachedEnds = [
    "(bestand bijgevoegd)", "(file attached)", "(datei angehängt)", "(fichier joint)", "(archivo adjunto)",
    "(arquivo anexado)", "(file allegato)",
  ]

  /// Starts of what names a file between angle brackets, on iPhones.
  static let attachedStarts = [
    "<bijgevoegd:", "<attached:", "<anhang:", "<pièce jointe :", "<pièce jointe:", "<adjunto:", "<anexado:",
    "<allegato:",
  ]

  /// What stands for a file, on iPhones; a caption may stand before it.
  static let omittedEnds = [
    "afbeelding weggelaten", "foto weggelaten", "video weggelaten", "videobericht weggelaten",
    "videonotitie weggelaten", "gif weggelaten", "sticker weggelaten", "audio weggelaten", "image omitted",
    "video omitted", "video note omitted", "gif omitted", "sticker omitted", "audio omitted",
    "bild weggelassen", "video weggelassen", "gif weggelassen", "sticker weggelassen", "audio weggelassen",
    "image absente", "vidéo absente", "audio omis", "imagen omitida", "video omitido", "audio omitido",
  ]

  /// As those, where a name of a file or a person stands before it.
  static let omittedNamedEnds = [
    "document weggelaten", "contactkaart weggelaten", "document omitted", "contact card omitted",
    "dokument weggelassen", "kontaktkarte ausgelassen", "document omis", "documento omitido",
  ]

  /// Starts of the names that WhatsApp gives to files with chats. The longer ones come first.
  static let chatNames = [
    "whatsapp-chat met ", "whatsapp chat met ", "whatsapp chat with ", "whatsapp-chat mit ",
    "whatsapp chat mit ", "whatsapp-chat - ", "whatsapp chat - ", "whatsapp-chat ", "whatsapp chat ",
    "discussion whatsapp avec ", "chat de whatsapp con ", "chat whatsapp con ", "conversa do whatsapp com ",
    "conversa no whatsapp com ",
  ]
}
