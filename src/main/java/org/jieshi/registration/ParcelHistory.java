package org.jieshi.registration;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jieshi.identity.CurrentUser;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.print.Booklet;
import org.jieshi.print.Booklet.Column;
import org.jieshi.registration.overrides.GateOverride;
import org.jieshi.registration.overrides.Overrides;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was ever decided on a parcel: every application with its steps and overrides, on the screen and on paper. */
@Service
class ParcelHistory {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
      .withZone(OfficeClock.ZONE);
  /** mm that an override takes, so that none is torn in two. */
  private static final float OVERRIDE = 58;

  private final ApplicationStore applications;
  private final ApplicationFile file;
  private final Overrides overrides;
  private final SpatialUnits units;
  private final CurrentUser current;
  private final OfficeClock clock;

  ParcelHistory(ApplicationStore applications, ApplicationFile file, Overrides overrides, SpatialUnits units,
      CurrentUser current, OfficeClock clock) {
    this.applications = applications;
    this.file = file;
    this.overrides = overrides;
    this.units = units;
    this.current = current;
    this.clock = clock;
  }

  /** The oldest application first. */
  @Transactional(readOnly = true)
  List<Chapter> of(String parcel) {
    current.require();
    units.get(UnitKind.PARCEL, parcel);
    LocalDate today = clock.today();
    return applications.allOf(parcel).stream().map(application -> new Chapter(application.id(), application.number(),
        application.state(), application.state().title(), application.title().holder(), application.appliedOn(),
        file.steps(application.id()), overrides.of(application.id()).stream()
            .map(override -> new ApplicationView.Override(override, override.status(today))).toList())).toList();
  }

  @Transactional(readOnly = true)
  byte[] print(String parcel) {
    List<Chapter> chapters = of(parcel);
    return Booklet.print("宗地登记经过 " + parcel, parcel, null, booklet -> {
      booklet.title("宗地登记经过");
      booklet.subtitle("宗地代码 " + parcel + "　" + clock.today());
      if (chapters.isEmpty()) {
        booklet.text("没有登记申请。");
      }
      for (Chapter chapter : chapters) {
        booklet.heading("申请 %s　%s　%s".formatted(chapter.number(), chapter.state().title().zh(),
            chapter.holder() == null ? "" : chapter.holder()));
        booklet.table(List.of(Column.text("时间", 0.17f), Column.text("事项", 0.17f), Column.text("办理人", 0.14f),
            Column.text("内容", 0.52f)), chapter.events().stream().map(event -> List.of(MINUTE.format(event.at()),
                ActionTitles.of(event.action()), event.personName(), PrintedDetail.of(event.detail()))).toList());
        for (ApplicationView.Override shown : chapter.overrides()) {
          printOverride(booklet, shown);
        }
      }
    });
  }

  private static void printOverride(Booklet booklet, ApplicationView.Override shown) throws IOException {
    GateOverride override = shown.override();
    booklet.together(OVERRIDE);
    booklet.fields(List.of(new Booklet.Field("例外审批 " + override.gate(), status(shown.status())),
        new Booklet.Field("欠缺条件", override.facts().stream().map(Bilingual::zh).collect(Collectors.joining("\n"))),
        new Booklet.Field("理由", override.reason()), new Booklet.Field("文号", override.document()),
        new Booklet.Field("提出", override.proposedBy() + "　" + MINUTE.format(override.proposedAt())),
        new Booklet.Field("确认", override.confirmedAt() == null ? null
            : override.confirmedBy() + "　" + MINUTE.format(override.confirmedAt())),
        new Booklet.Field("有效期至", override.expiresOn().toString()),
        new Booklet.Field("终止", override.endedAt() == null ? null
            : override.endedBy() + "　" + MINUTE.format(override.endedAt()) + "　" + override.endedWhy())));
  }

  private static String status(GateOverride.Status status) {
    return switch (status) {
      case PROPOSED -> "待确认";
      case IN_FORCE -> "有效";
      case EXPIRED -> "已过期，不再有效";
      case ENDED -> "已终止";
    };
  }

  /** An application of the parcel with everything that was decided on it. */
  record Chapter(String id, String number, ApplicationState state, Bilingual stateTitle, @Nullable String holder,
      LocalDate appliedOn, List<ApplicationEvent> events, List<ApplicationView.Override> overrides) {
  }
}
