package org.jieshi.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieshi.parcels.Land.claim;
import static org.jieshi.parcels.Land.code;
import static org.jieshi.parcels.Land.parcel;
import static org.jieshi.parcels.Land.rectangle;
import static org.jieshi.parcels.Land.unit;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jieshi.conflicts.Conflict;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.conflicts.ConflictStatus;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.parcels.AdministrativeKind;
import org.jieshi.parcels.AdministrativeUnits;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.Page;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger is what a count of everything gives, to the hundredth, whatever happened to the land before. */
@EachDatabase
@AutoConfigureMockMvc
@Import(CertificateOffice.class)
class CoverageLedgerIT {

  private static final ChangeReason WHY = new ChangeReason("IMPORT", "1");
  private static final int CHANGES = 60;

  @Autowired Coverage coverage;
  @Autowired CoverageLedger ledger;
  @Autowired Drill drill;
  @Autowired RegisterReader reader;
  @Autowired AdministrativeUnits administrativeUnits;
  @Autowired SpatialUnits units;
  @Autowired Conflicts conflicts;
  @Autowired CertificateOffice office;
  @Autowired Users users;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired MockMvc http;

  private final Set<Band> seen = EnumSet.noneOf(Band.class);
  private Random random;
  private int cases;

  @BeforeEach
  void aFarmOfTwoSubFarmsOverThreeTowns() {
    if (users.find("admin1").isPresent()) {
      return;
    }
    users.add("admin1", "管理员", Role.ADMINISTRATOR, null, "long enough");
    administrativeUnits.addAll(AdministrativeKind.SUB_FARM,
        List.of(unit("1", "一分场", rectangle(0, 0, 400, 300)), unit("2", "二分场", rectangle(400, 0, 300, 300))));
    administrativeUnits.addAll(AdministrativeKind.TOWN, List.of(unit("450721101", "新圩镇", rectangle(-50, -50, 250, 400)),
        unit("450721102", "丰塘镇", rectangle(200, -50, 350, 400))));
    administrativeUnits.addAll(AdministrativeKind.VILLAGE,
        List.of(unit("450721101201", "大岭村", rectangle(-50, -50, 600, 220))));
  }

  @Test
  void afterAnyChangesTheLedgerIsWhatACountOfEverythingGives() {
    for (long seed = 1; seed <= 2; seed++) {
      random = new Random(seed);
      for (int i = 0; i < CHANGES; i++) {
        String what = change(i);
        clock.advance(Duration.ofMinutes(1));
        if (i % 3 == 0 || i == CHANGES - 1) {
          assertSound("seed %d, change %d: %s".formatted(seed, i, what));
        }
      }
    }
    assertThat(seen).contains(Band.CERTIFIED, Band.DISPUTED, Band.PENDING, Band.CERTIFIED_OUTSIDE,
        Band.DISPUTED_ON_CERTIFIED, Band.ENCROACHED);
    assertParcelsAddUp("at the end of a day", clock.today());
  }

  @Test
  void whatNobodySettledIsCountedOnReadingAndTheCheckTellsWhatWasWrittenWrong() throws Exception {
    units.add(UnitKind.PARCEL, List.of(parcel(code(9001), rectangle(600, 250, 20, 20.5))), WHY);
    BigDecimal before = ledger.read(Grouping.SUB_FARM).of(Band.PENDING);
    ledger.distrust();

    assertThat(jdbc.sql("select count(*) from coverage_stale").query(Integer.class).single()).isPositive();
    assertThat(ledger.read(Grouping.SUB_FARM).of(Band.PENDING)).isEqualTo(before);
    http.perform(post("/api/coverage/ledger/rebuild").with(csrf()).with(user("admin1").roles("ADMINISTRATOR")))
        .andExpect(status().isOk());
    http.perform(get("/api/coverage/ledger/check").with(user("admin1").roles("ADMINISTRATOR")))
        .andExpect(jsonPath("$.agrees").value(true)).andExpect(jsonPath("$.stale").value(0));
    jdbc.sql("update coverage_piece set area = area + 1 where grouping = 'TOWN' and unit_id = :id")
        .param("id", units.get(UnitKind.PARCEL, code(9001)).ref().id()).update();
    http.perform(get("/api/coverage/ledger/check").with(user("admin1").roles("ADMINISTRATOR")))
        .andExpect(jsonPath("$.agrees").value(false)).andExpect(jsonPath("$.total").value(2))
        .andExpect(jsonPath("$.differences[0].unitId").value(0)) // the figure is the sum of its pieces no more
        .andExpect(jsonPath("$.differences[0].by").value("town"))
        .andExpect(jsonPath("$.differences[1].by").value("town"))
        .andExpect(jsonPath("$.differences[1].ledger").value(411.0))
        .andExpect(jsonPath("$.differences[1].recomputed").value(410.0));
    http.perform(post("/api/coverage/ledger/rebuild").with(csrf()).with(user("admin1").roles("ADMINISTRATOR")))
        .andExpect(status().isOk()).andExpect(jsonPath("$.done").value(true));
    assertSound("rebuilt");
  }

  @Test
  void newDistrictsAreCountedWhenTheyComeNotWheneverSomebodyReads() {
    administrativeUnits.addAll(AdministrativeKind.SUB_FARM, List.of(unit("9", "九分场", rectangle(5_000, 5_000, 10, 10))));

    assertThat(ledger.stale()).isZero();
    assertSound("a sub-farm");
  }

  @Test
  void aGreatChangeIsCountedInTheBackgroundPartByPart() {
    units.add(UnitKind.PARCEL, List.of(parcel(code(9002), rectangle(660, 250, 20, 20)),
        parcel(code(9003), rectangle(670, 250, 20, 20))), WHY);
    ledger.distrust();

    while (Boolean.TRUE.equals(transaction.execute(tx -> ledger.settleSome(25)))) {
      assertSound("in between");
    }

    assertThat(ledger.stale()).isZero();
    assertSound("all");
  }

  private void assertSound(String after) {
    RegisterAt register = reader.now();
    for (Grouping by : Grouping.values()) {
      Figures counted = Tally.of(register, by);
      counted.counted().values().forEach(bands -> seen.addAll(bands.keySet()));
      assertThat(plain(ledger.read(by))).as("%s, by %s", after, by).isEqualTo(plain(counted));
      assertThat(coverage.report(by, null).groups()).as(after).isEqualTo(
          ReportWriter.write(register.units(), counted, by, null).groups());
    }
    assertThat(ledger.differences()).as(after).isEmpty();
    assertParcelsAddUp(after, null);
    LocalDate today = clock.today();
    assertThat(coverage.report(Grouping.TOWN, today).groups()).as(after)
        .isEqualTo(coverage.report(Grouping.TOWN, null).groups());
  }

  /** Every figure is what its parcels bring to it; where rounding fills a group to the last hundredth that is told apart. */
  private void assertParcelsAddUp(String after, LocalDate asOf) {
    for (Grouping by : Grouping.values()) {
      CoverageReport report = coverage.report(by, asOf);
      for (DrilledBand band : DrilledBand.values()) {
        assertAddsUp("%s, all by %s, %s".formatted(after, by, band), band.of(report.bands()),
            drill.into(by, null, band, asOf, 0, Page.LARGEST));
        report.groups().forEach(group -> assertAddsUp("%s, %s of %s by %s".formatted(after, band, group.code(), by),
            band.of(group.bands()), drill.into(by, group.code().isEmpty() ? Drill.NOWHERE : group.code(), band, asOf, 0,
                Page.LARGEST)));
      }
    }
  }

  private static void assertAddsUp(String what, BigDecimal figure, DrilledFigure drilled) {
    if (drilled.band() == DrilledBand.UNSURVEYED) {
      assertThat(drilled.items()).as(what).isEmpty();
      return;
    }
    BigDecimal sum = drilled.items().stream().map(DrilledFigure.Item::area).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(drilled.items()).as(what).hasSize((int) drilled.total()).allMatch(item -> item.area().signum() > 0);
    assertThat(drilled.area()).as(what).isEqualByComparingTo(figure);
    assertThat(sum.add(drilled.rounding())).as(what).isEqualByComparingTo(figure);
    assertThat(drilled.rounding().abs()).as("rounding of " + what).isLessThan(new BigDecimal("0.10"));
  }

  /** Zeros are no figures. */
  private static List<String> plain(Figures figures) {
    List<String> lines = new ArrayList<>();
    figures.counted().forEach((key, bands) -> bands.forEach((band, area) -> {
      if (area.signum() != 0) {
        lines.add("%s %s %s".formatted(key, band, area.toPlainString()));
      }
    }));
    figures.due().forEach((key, area) -> lines.add("due %s %s".formatted(key, area.toPlainString())));
    return lines.stream().sorted().toList();
  }

  private String change(int i) {
    List<String> parcels = codes(UnitKind.PARCEL, "SURVEYED");
    List<String> certified = codes(UnitKind.PARCEL, "CERTIFIED");
    List<String> claims = codes(UnitKind.CLAIM, "ACTIVE");
    switch (i < 8 ? 0 : random.nextInt(11)) {
      case 0, 1 -> units.add(UnitKind.PARCEL, List.of(parcel(code(newCode()), land(80))), WHY);
      case 2, 3 -> units.add(UnitKind.CLAIM, List.of(claim("K" + newCode(), land(60), random.nextBoolean() ? null : "证")),
          WHY);
      case 4 -> some(parcels).ifPresent(code -> units.amend(units.get(UnitKind.PARCEL, code).ref(), land(80), WHY));
      case 5, 9 -> some(parcels.stream().filter(this::mayBeCertified).toList()).ifPresent(office::certify);
      case 6 -> some(certified).ifPresent(office::cancel);
      case 7 -> some(claims).ifPresent(code -> {
        UnitVersion claim = units.get(UnitKind.CLAIM, code);
        if (random.nextBoolean()) {
          units.withdraw(claim.ref(), WHY);
        } else {
          units.amend(claim.ref(), land(60), WHY);
        }
      });
      default -> {
        List<Conflict> open = conflicts.allBlocking().stream()
            .filter(conflict -> conflict.status() == ConflictStatus.OPEN).toList();
        if (!open.isEmpty()) {
          List<Long> one = List.of(open.get(random.nextInt(open.size())).id());
          String number = "调2013-%04d".formatted(++cases);
          conflicts.attachToCase(one, number);
          if (random.nextBoolean()) {
            conflicts.settle(one, number);
          } else {
            conflicts.reopen(one, number);
          }
        }
      }
    }
    return "%d parcels, %d certified, %d claims".formatted(parcels.size(), certified.size(), claims.size());
  }

  /** PostGIS itself refuses a second certificate over one land; the office takes a parcel's application once. */
  private boolean mayBeCertified(String code) {
    return jdbc.sql("select count(*) from application where parcel = :code").param("code", code).query(Integer.class)
        .single() == 0 && conflicts.ofParcel(code).stream().noneMatch(conflict ->
        units.get(conflict.left().id()).status() == UnitStatus.CERTIFIED
            || units.get(conflict.right().id()).status() == UnitStatus.CERTIFIED);
  }

  private int newCode() {
    return jdbc.sql("select coalesce(max(id), 0) + 1 from spatial_unit").query(Integer.class).single();
  }

  private Geometry land(double largest) {
    double width = 5 + Math.rint(random.nextDouble() * largest * 100) / 100;
    double height = 5 + Math.rint(random.nextDouble() * largest * 100) / 100;
    return rectangle(Math.rint(random.nextDouble() * 720) - 30, Math.rint(random.nextDouble() * 320) - 20, width, height);
  }

  private Optional<String> some(List<String> codes) {
    return codes.isEmpty() ? Optional.empty() : Optional.of(codes.get(random.nextInt(codes.size())));
  }

  private List<String> codes(UnitKind kind, String status) {
    return jdbc.sql("select code from spatial_unit where kind = :kind and status = :status order by id")
        .params(Map.of("kind", kind.name(), "status", UnitStatus.valueOf(status).name())).query(String.class).list();
  }
}
