package org.jieshi.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.registration.notice.Brake;
import org.jieshi.registration.notice.NewObjection;
import org.jieshi.registration.notice.Notice;
import org.jieshi.registration.notice.Notices;
import org.jieshi.registration.notice.Objection;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Page;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the public sees without a sign-in: the notices, with the land as it was published, and the way to object. Of
 * persons it sees the holder's name only.
 */
@RestController
@RequestMapping("/api/notices")
class NoticeController {

  private final Notices notices;
  private final ObjectionDesk desk;
  private final SpatialUnits units;
  private final Brake brake;
  private final NoticeSheets sheets;
  private final OfficeClock clock;

  NoticeController(Notices notices, ObjectionDesk desk, SpatialUnits units, Brake brake, NoticeSheets sheets,
      OfficeClock clock) {
    this.notices = notices;
    this.desk = desk;
    this.units = units;
    this.brake = brake;
    this.sheets = sheets;
    this.clock = clock;
  }

  /** @param running true for those that can still be objected to */
  @GetMapping
  Page<NoticeView> list(@RequestParam(defaultValue = "false") boolean running,
      @RequestParam(defaultValue = "true") boolean geometry, @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "100") int size) {
    return notices.page(running ? clock.today() : null, page, Page.size(size))
        .map(notice -> view(notice, geometry));
  }

  @GetMapping("/{id}")
  NoticeView get(@PathVariable String id) {
    return view(notices.get(id), true);
  }

  @PostMapping("/{id}/objections")
  @ResponseStatus(HttpStatus.CREATED)
  Receipt object(@PathVariable String id, @Valid @RequestBody NewObjection objection, HttpServletRequest request) {
    brake.countObjection(request.getRemoteAddr());
    ObjectionDesk.Lodged lodged = desk.lodge(id, objection);
    String receipt = lodged.objection().receipt();
    String code = lodged.code().text();
    return new Receipt(receipt, code, id, lodged.objection().lodgedAt(), new Bilingual(
        "Your objection was received under number %s; you will get a written answer. With the code %s you can see it here."
            .formatted(receipt, code),
        "您的异议已受理，编号 %s，将书面答复。凭查询码 %s 可在本站查看答复。".formatted(receipt, code)));
  }

  /** How an objection stands, for whoever has its receipt. By POST, so that the code stands in no address. */
  @PostMapping("/answers")
  Answer answer(@Valid @RequestBody Question question, HttpServletRequest request) {
    brake.countQuestion(request.getRemoteAddr());
    return Answer.of(desk.ofReceipt(question.receipt(), question.code()));
  }

  @PostMapping("/evidence")
  @ResponseStatus(HttpStatus.CREATED)
  Answer evidence(@RequestParam String receipt, @RequestParam String code, @RequestParam MultipartFile file,
      HttpServletRequest request) {
    brake.countObjection(request.getRemoteAddr());
    return Answer.of(desk.addEvidence(receipt, code, DocumentController.name(file), DocumentController.mediaType(file),
        DocumentController.bytes(file)));
  }

  /** The notices of one day together, with list, map and wording: for the boards in town and village. */
  @GetMapping(value = "/print", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> print(@RequestParam LocalDate publishedOn) {
    return Printed.inline("公示-" + publishedOn, sheets.print(publishedOn));
  }

  private NoticeView view(Notice notice, boolean geometry) {
    boolean running = notice.stands() && !clock.today().isAfter(notice.deadline());
    return new NoticeView(notice.id(), notice.number(), notice.parcel(), notice.holder(), notice.text(),
        notice.place(), notice.publishedOn(), notice.deadline(), notice.workingDays(), notice.stands(), running,
        notice.boundaryHash(),
        geometry ? units.getVersion(notice.unitId(), notice.parcelVersion()).degrees() : null);
  }

  /**
   * A notice for the public.
   *
   * @param stands false once a later notice replaced it or its application closed
   * @param running whether it can still be objected to
   * @param boundaryHash SHA-256 of the boundary as it was published
   * @param geometry the land as it was published, CGCS2000 degrees
   */
  record NoticeView(String id, String number, String parcel, String holder, Bilingual text, String place,
      LocalDate publishedOn, LocalDate deadline, int workingDays, boolean stands, boolean running,
      String boundaryHash, @Nullable Geometry geometry) {
  }

  /** @param code by which the answer is seen; told this once */
  record Receipt(String receipt, String code, String notice, Instant lodgedAt, Bilingual message) {
  }

  record Question(@NotBlank @Size(max = 40) String receipt, @NotBlank @Size(max = 40) String code) {
  }

  /** What whoever lodged an objection sees of it. */
  record Answer(String receipt, String notice, Instant lodgedAt, Objection.Status status, @Nullable String answer,
      @Nullable Instant answeredAt) {

    static Answer of(Objection objection) {
      return new Answer(objection.receipt(), objection.noticeId(), objection.lodgedAt(), objection.status(),
          objection.answer(), objection.answeredAt());
    }
  }
}
