package org.jieshi.parcels;

import java.util.ArrayList;
import java.util.List;
import org.jieshi.geometry.DrawnShape;
import org.jieshi.store.GeometryCodec;
import org.jieshi.store.PlannerStatistics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the narrow copies that the map is drawn from in step with the units in force, in the transaction of the change
 * itself. They are had from the register alone: at the start of the program whatever is missing is made, as after an
 * upgrade.
 */
@Component
class DrawnUnits implements InitializingBean {

  private static final Logger log = LoggerFactory.getLogger(DrawnUnits.class);

  private static final int BATCH = 1_000;

  private final JdbcClient jdbc;

  DrawnUnits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void afterPropertiesSet() {
    int made = 0;
    for (List<Shape> missing = missing(0); !missing.isEmpty(); missing = missing(missing.get(missing.size() - 1).unit())) {
      draw(missing);
      made += missing.size();
      log.info("{} units made ready for the map", made);
    }
  }

  /** The next ones behind a unit, by id. */
  private List<Shape> missing(long after) {
    return jdbc.sql("""
        select v.unit_id, cast(v.boundary_4490 as bytea) as degrees from spatial_unit_version v
         where v.current and v.unit_id > :after and not exists (select 1 from drawn_unit d where d.unit_id = v.unit_id)
         order by v.unit_id limit :limit
        """).param("after", after).param("limit", BATCH)
        .query((row, n) -> new Shape(row.getLong(1), DrawnShape.of(GeometryCodec.read(row.getBytes(2))))).list();
  }

  /** After versions were written: in the order of {@code refs}. */
  void draw(List<UnitRef> refs, List<NewVersion> versions) {
    for (int from = 0; from < refs.size(); from += BATCH) {
      List<Shape> shapes = new ArrayList<>(BATCH);
      for (int i = from; i < Math.min(refs.size(), from + BATCH); i++) {
        shapes.add(new Shape(refs.get(i).id(), DrawnShape.of(versions.get(i).measured().degrees())));
      }
      draw(shapes);
    }
    PlannerStatistics.grown(jdbc, "drawn_unit", refs.size());
  }

  private void draw(List<Shape> shapes) {
    jdbc.sql("""
        insert into drawn_unit (unit_id, kind, code, status, basis, party, document, land_use_code, sub_farm, village,
               area, bounds, shape)
        select u.id, u.kind, u.code, u.status, v.basis, v.party, v.document, v.land_use_code, v.sub_farm, v.village,
               v.plane_area, v.bounds, s.shape
          from unnest(cast(:ids as bigint[]), cast(:shapes as bytea[])) as s (id, shape)
          join spatial_unit u on u.id = s.id
          join spatial_unit_version v on v.unit_id = s.id and v.current
        on conflict (unit_id) do update
           set status = excluded.status, basis = excluded.basis, party = excluded.party, document = excluded.document,
               land_use_code = excluded.land_use_code, sub_farm = excluded.sub_farm, village = excluded.village,
               area = excluded.area, bounds = excluded.bounds, shape = excluded.shape
        """)
        .param("ids", shapes.stream().map(Shape::unit).toArray(Long[]::new))
        .param("shapes", shapes.stream().map(Shape::bytes).toArray(byte[][]::new)).update();
  }

  /** After a unit moved on to another status. */
  void restate(long unit) {
    jdbc.sql("update drawn_unit d set status = u.status from spatial_unit u where u.id = d.unit_id and d.unit_id = :id")
        .param("id", unit).update();
  }

  /** After units were taken off the map. */
  void erase(Long[] units) {
    jdbc.sql("delete from drawn_unit where unit_id = any(:ids)").param("ids", units).update();
  }

  private record Shape(long unit, byte[] bytes) {
  }
}
