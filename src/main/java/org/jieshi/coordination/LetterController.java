package org.jieshi.coordination;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.identity.CurrentUser;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Page;
import org.jieshi.shared.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Liaison letters over HTTP. */
@RestController
@RequestMapping("/api/letters")
class LetterController {

  private final LiaisonLetters letters;
  private final CurrentUser current;
  private final EscalationPaths paths;
  private final LetterPaper paper;
  private final OfficeClock clock;

  LetterController(LiaisonLetters letters, CurrentUser current, EscalationPaths paths, LetterPaper paper,
      OfficeClock clock) {
    this.letters = letters;
    this.current = current;
    this.paths = paths;
    this.paper = paper;
    this.clock = clock;
  }

  @GetMapping
  Page<LiaisonLetter> list(@RequestParam @Nullable Department department,
      @RequestParam @Nullable LetterSubject subjectKind, @RequestParam @Nullable String subjectId,
      @RequestParam @Nullable String parcel, @RequestParam @Nullable LetterStatus status,
      @RequestParam @Nullable Boolean overdue, @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    current.require();
    return letters.page(new LetterFilter(department, subjectKind, subjectId, parcel, status, overdue), page, size);
  }

  @PostMapping
  ResponseEntity<LetterView> send(@Valid @RequestBody NewLetter letter) {
    LiaisonLetter sent = letters.send(letter);
    return ResponseEntity.created(URI.create("/api/letters/" + sent.id()))
        .eTag(Revision.etag(sent.revision())).body(view(sent));
  }

  @GetMapping("/{id}")
  ResponseEntity<LetterView> get(@PathVariable String id) {
    current.require();
    return answer(letters.get(id));
  }

  @PostMapping("/{id}/actions/reply")
  ResponseEntity<LetterView> reply(@PathVariable String id, @Valid @RequestBody LetterReply reply,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(letters.reply(id, Revision.required(ifMatch, id), reply));
  }

  @PostMapping("/{id}/actions/remind")
  ResponseEntity<LetterView> remind(@PathVariable String id, @Valid @RequestBody(required = false) @Nullable Note note,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(letters.remind(id, Revision.required(ifMatch, id), note == null ? null : note.note()));
  }

  @PostMapping("/{id}/actions/withdraw")
  ResponseEntity<LetterView> withdraw(@PathVariable String id, @Valid @RequestBody Withdrawal withdrawal,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(letters.withdraw(id, Revision.required(ifMatch, id), withdrawal.reason()));
  }

  @PostMapping("/{id}/actions/hand-over")
  ResponseEntity<LetterView> handOver(@PathVariable String id, @Valid @RequestBody Owner owner,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(letters.handOver(id, Revision.required(ifMatch, id), owner.owner()));
  }

  /** The letter on paper, with its answer if there is one. */
  @GetMapping(path = "/{id}/letter.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> print(@PathVariable String id) {
    current.require();
    LiaisonLetter letter = letters.get(id);
    return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"%s.pdf\"".formatted(id))
        .contentType(MediaType.APPLICATION_PDF).body(paper.print(letter, path(letter)));
  }

  /** The way up that a waiting letter goes now; of another the one it was sent with. */
  private @Nullable EscalationPath path(LiaisonLetter letter) {
    LocalDate day = letter.status() == LetterStatus.SENT ? clock.today() : letter.sentOn();
    return paths.inForce(letter.department(), letter.addressee(), day).orElse(null);
  }

  private ResponseEntity<LetterView> answer(LiaisonLetter letter) {
    return ResponseEntity.ok().eTag(Revision.etag(letter.revision())).body(view(letter));
  }

  private LetterView view(LiaisonLetter letter) {
    return new LetterView(letter, letters.events(letter.id()), path(letter));
  }

  /**
   * The letter's own fields, and its steps.
   *
   * @param escalationPath whom to turn to first and next in that department; null where nobody has set it
   */
  record LetterView(@JsonUnwrapped LiaisonLetter letter, List<LetterEvent> timeline,
      @Nullable EscalationPath escalationPath) {
  }

  record Note(@Nullable @Size(max = 1000) String note) {
  }

  record Owner(@NotBlank @Size(max = 40) String owner) {
  }

  record Withdrawal(@NotBlank @Size(max = 1000) String reason) {
  }
}
