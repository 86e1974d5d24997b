package org.jieshi.coverage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieshi.coverage.CoverageReport.Bands;
import org.jieshi.coverage.CoverageReport.Group;
import org.jieshi.parcels.AdministrativeKind;
import org.jieshi.parcels.AdministrativeUnit;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Page;
import org.jieshi.shared.PastDay;
import org.jieshi.shared.ProblemException;
import org.jieshi.store.GeometryCodec;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** From a figure of the report to the very parcels, with what each of them brings to it. */
@Service
class Drill {

  /** How land in no group is asked for. */
  static final String NOWHERE = "-";

  private final Coverage coverage;
  private final CoverageLedger ledger;
  private final RegisterReader reader;
  private final OfficeClock clock;
  private final JdbcClient jdbc;

  Drill(Coverage coverage, CoverageLedger ledger, RegisterReader reader, OfficeClock clock, JdbcClient jdbc) {
    this.coverage = coverage;
    this.ledger = ledger;
    this.reader = reader;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  /**
   * Figure and parcels of one snapshot.
   *
   * @param group see {@link DrilledFigure}
   * @param asOf the day at whose end it was so; null: now
   * @throws ProblemException {@code NOT_FOUND} for a group that the report does not have
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public DrilledFigure into(Grouping by, @Nullable String group, DrilledBand band, @Nullable LocalDate asOf, int page,
      int wantedSize) {
    CoverageReport report = coverage.report(by, asOf);
    BigDecimal figure = band.of(bands(report, group));
    String key = group == null ? null : group.equals(NOWHERE) ? Partition.NOWHERE : group;
    Instant moment = asOf == null ? null : PastDay.endOf(asOf, clock);
    RegisterAt register = moment == null ? null : reader.at(moment);
    int size = Page.size(wantedSize);
    CoverageLedger.Plots plots = register == null ? ledger.plots(by, key, band.parts(), page, size)
        : plotsOf(Tally.plots(register, by, key, band.parts()), page, size);
    return new DrilledFigure(by, group, band, asOf, figure, figure.subtract(plots.area()), plots.number(), Math.max(0, page),
        size, items(plots.shown(), moment),
        outline(register == null ? reader.districts().units() : register.units(), by, key));
  }

  private CoverageLedger.Plots plotsOf(Map<Long, BigDecimal> counted, int page, int size) {
    BigDecimal sum = counted.values().stream().reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    Map<Long, BigDecimal> shown = new LinkedHashMap<>();
    jdbc.sql("select id from spatial_unit where id = any(:ids) order by code limit :size offset :offset")
        .param("ids", counted.keySet().toArray(Long[]::new)).param("size", size).param("offset", Page.offset(page, size))
        .query(Long.class).list().forEach(id -> shown.put(id, counted.get(id)));
    return new CoverageLedger.Plots(counted.size(), sum, shown);
  }

  private static Bands bands(CoverageReport report, @Nullable String group) {
    if (group == null) {
      return report.bands();
    }
    String code = group.equals(NOWHERE) ? Partition.NOWHERE : group;
    return report.groups().stream().filter(each -> each.code().equals(code)).findFirst().map(Group::bands)
        .orElseThrow(() -> ProblemException.notFound("group", "分组", group));
  }

  private List<DrilledFigure.Item> items(Map<Long, BigDecimal> shown, @Nullable Instant moment) {
    return jdbc.sql("""
        select u.id, u.code, u.status, v.party, v.land_use_scheme, v.land_use_code, v.plane_area,
               cast(v.boundary_4490 as bytea) as degrees
          from spatial_unit u
          join lateral (
            select * from spatial_unit_version v where v.unit_id = u.id and (cast(:moment as timestamptz) is null
                or v.valid_from <= cast(:moment as timestamptz))
             order by v.version desc limit 1) v on true
         where u.id = any(:ids) order by u.code
        """).param("ids", shown.keySet().toArray(Long[]::new))
        .param("moment", moment == null ? null : moment.atOffset(ZoneOffset.UTC))
        .query((row, number) -> new DrilledFigure.Item(row.getString("code"),
            moment == null ? UnitStatus.valueOf(row.getString("status")) : null, row.getString("party"),
            row.getString("land_use_code") == null ? null
                : new DrilledFigure.LandUse(row.getString("land_use_scheme"), row.getString("land_use_code")),
            shown.get(row.getLong("id")), row.getBigDecimal("plane_area"), GeometryCodec.read(row.getBytes("degrees"))))
        .list();
  }

  private static @Nullable Geometry outline(Map<AdministrativeKind, List<AdministrativeUnit>> units, Grouping by,
      @Nullable String key) {
    return by == Grouping.LAND_USE || key == null ? null
        : units.get(AdministrativeKind.valueOf(by.name())).stream().filter(unit -> unit.code().equals(key)).findFirst()
            .map(AdministrativeUnit::degrees).orElse(null);
  }
}
