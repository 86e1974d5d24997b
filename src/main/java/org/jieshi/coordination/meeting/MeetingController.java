package org.jieshi.coordination.meeting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.coordination.due.WorkKind;
import org.jieshi.identity.CurrentUser;
import org.jieshi.shared.Page;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
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

/** Meetings over HTTP. */
@RestController
@RequestMapping("/api/meetings")
class MeetingController {

  private final Meetings meetings;
  private final MeetingPaper paper;
  private final CurrentUser current;

  MeetingController(Meetings meetings, MeetingPaper paper, CurrentUser current) {
    this.meetings = meetings;
    this.paper = paper;
    this.current = current;
  }

  @GetMapping
  Page<Meeting> list(@RequestParam Meeting.@Nullable Status status, @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    current.require();
    return meetings.page(status, page, size);
  }

  @PostMapping
  ResponseEntity<Meeting> call(@Valid @RequestBody New meeting) {
    Meeting called = meetings.call(new Meetings.NewMeeting(meeting.title(), meeting.room(), meeting.startsAt(),
        meeting.endsAt(), meeting.chair(), meeting.people(), meeting.guests(),
        meeting.agenda() == null ? List.of() : meeting.agenda().stream().map(MeetingController::item).toList()));
    return ResponseEntity.created(URI.create("/api/meetings/" + called.id())).eTag(Revision.etag(called.revision()))
        .body(called);
  }

  @GetMapping("/{id}")
  ResponseEntity<Meeting> get(@PathVariable String id) {
    current.require();
    return answer(meetings.get(id));
  }

  /** The invitation with the agenda before, the minutes with the decisions after. */
  @GetMapping(path = "/{id}/minutes.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> print(@PathVariable String id) {
    current.require();
    return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"%s.pdf\"".formatted(id))
        .contentType(MediaType.APPLICATION_PDF).body(paper.print(meetings.get(id)));
  }

  @PostMapping("/{id}/actions/move")
  ResponseEntity<Meeting> move(@PathVariable String id, @Valid @RequestBody Move move,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(meetings.move(id, Revision.required(ifMatch, id), move.startsAt(), move.endsAt(), move.room()));
  }

  @PostMapping("/{id}/actions/add-item")
  ResponseEntity<Meeting> addItem(@PathVariable String id, @Valid @RequestBody Item item,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(meetings.addItem(id, Revision.required(ifMatch, id), item(item)));
  }

  @PostMapping("/{id}/actions/hold")
  ResponseEntity<Meeting> hold(@PathVariable String id, @Valid @RequestBody Minutes minutes,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    List<Meetings.Decision> decisions = minutes.decisions() == null ? List.of() : minutes.decisions().stream()
        .map(each -> new Meetings.Decision(each.seq(), each.decision(), each.task(), each.owner(), each.dueOn()))
        .toList();
    return answer(meetings.hold(id, Revision.required(ifMatch, id), minutes.minutes(), minutes.present(), decisions));
  }

  @PostMapping("/{id}/actions/cancel")
  ResponseEntity<Meeting> cancel(@PathVariable String id, @Valid @RequestBody Reason reason,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(meetings.cancel(id, Revision.required(ifMatch, id), reason.reason()));
  }

  private static Meetings.NewItem item(Item item) {
    boolean free = item.subjectKind() == null;
    if (free != (item.subjectId() == null)) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "Name both the kind and the id of what the item is about, or neither.",
          "议题所涉事项的类别与编号须同时填写或同时留空。").inField("subjectId").asException();
    }
    return new Meetings.NewItem(free ? "FREE" : item.subjectKind().name(), item.subjectId(), item.title());
  }

  private static ResponseEntity<Meeting> answer(Meeting meeting) {
    return ResponseEntity.ok().eTag(Revision.etag(meeting.revision())).body(meeting);
  }

  record New(@NotBlank @Size(max = 200) String title, @NotBlank @Size(max = 80) String room, @NotNull Instant startsAt,
      @NotNull Instant endsAt, @NotBlank @Size(max = 40) String chair,
      @NotNull @Size(max = 60) List<@NotBlank String> people,
      @Nullable @Size(max = 400) String guests, @Nullable @Size(max = 60) List<@Valid @NotNull Item> agenda) {
  }

  record Item(@Nullable WorkKind subjectKind, @Nullable @Size(max = 64) String subjectId,
      @NotBlank @Size(max = 400) String title) {
  }

  record Move(@NotNull Instant startsAt, @NotNull Instant endsAt, @NotBlank @Size(max = 80) String room) {
  }

  record Minutes(@NotBlank @Size(max = 20000) String minutes, @NotNull @Size(max = 60) List<@NotBlank String> present,
      @Nullable @Size(max = 60) List<@Valid @NotNull Decided> decisions) {
  }

  record Decided(@NotNull Integer seq, @NotBlank @Size(max = 4000) String decision,
      @Nullable @Size(max = 200) String task, @Nullable @Size(max = 40) String owner, @Nullable LocalDate dueOn) {
  }

  record Reason(@NotBlank @Size(max = 1000) String reason) {
  }
}
