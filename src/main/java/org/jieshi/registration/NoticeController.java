package org.jieshi.registration;

import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import org.jieshi.parcels.SpatialUnits;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

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
  private final OfficeClock clock;

  NoticeController(Notices notices, ObjectionDesk desk, SpatialUnits units, OfficeClock clock) {
    this.notices = notices;
    this.desk = desk;
    this.units = units;
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
  Receipt object(@PathVariable String id, @Valid @RequestBody NewObjection objection) {
    Objection lodged = desk.lodge(id, objection);
    return new Receipt(lodged.receipt(), id, lodged.lodgedAt(), new Bilingual(
        "Your objection was received under number %s; you will get a written answer.".formatted(lodged.receipt()),
        "您的异议已受理，编号 %s，将书面答复。".formatted(lodged.receipt())));
  }

  private NoticeView view(Notice notice, boolean geometry) {
    boolean running = notice.stands() && !clock.today().isAfter(notice.deadline());
    return new NoticeView(notice.id(), notice.number(), notice.parcel(), notice.holder(), notice.text(),
        notice.place(), notice.publishedOn(), notice.deadline(), notice.workingDays(), notice.stands(), running,
        geometry ? units.getVersion(notice.unitId(), notice.parcelVersion()).degrees() : null);
  }

  /**
   * A notice for the public.
   *
   * @param stands false once a later notice replaced it or its application closed
   * @param running whether it can still be objected to
   * @param geometry the land as it was published, CGCS2000 degrees
   */
  record NoticeView(String id, String number, String parcel, String holder, Bilingual text, String place,
      LocalDate publishedOn, LocalDate deadline, int workingDays, boolean stands, boolean running,
      @Nullable Geometry geometry) {
  }

  record Receipt(String receipt, String notice, Instant lodgedAt, Bilingual message) {
  }
}
