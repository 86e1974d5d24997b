package org.jieshi.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jieshi.coverage.CertificateOffice;
import org.jieshi.store.DatabaseKind;
import org.jieshi.store.EachDatabase;
import org.jieshi.store.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The views of a database with PostGIS hold what the collections hold; a database without it has none. */
@EachDatabase(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({CertificateOffice.class, OgcFarm.class})
class DesktopGisIT {

  @Autowired OgcFarm farm;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void build() {
    farm.build();
  }

  @Test
  void eachCollectionIsAViewWithItsOwnGeometryColumnAndStyle(TestDatabase database) throws Exception {
    if (database.kind() != DatabaseKind.POSTGIS) {
      assertThat(jdbc.sql("select count(*) from pg_class where relname in ('gis_parcel', 'layer_styles')")
          .query(Integer.class).single()).isZero();
      return;
    }
    for (Layer layer : Layer.values()) {
      String view = layer == Layer.EVIDENCE ? "evidence" : layer.id().substring(0, layer.id().length() - 1);
      assertThat(jdbc.sql("select count(*) from gis_" + view + " where ST_IsValid(geom) and ST_Area(geom) > 0")
          .query(Integer.class).single()).as(view)
          .isEqualTo(jdbc.sql("select count(*) from (" + layer.now() + ") f").query(Integer.class).single()).isPositive();
      assertThat(jdbc.sql("""
          select type || srid from geometry_columns where f_table_name = 'gis_' || :view and f_geometry_column = 'geom'
          """).param("view", view).query(String.class).list()).containsExactly("MULTIPOLYGON4490");
      assertThat(jdbc.sql("""
          select styleqml from layer_styles where f_table_catalog = current_database() and f_table_schema = 'public'
             and f_table_name = 'gis_' || :view and useasdefault
          """).param("view", view).query(String.class).single()).isEqualTo(
          new ClassPathResource("qgis/" + view + ".qml").getContentAsString(StandardCharsets.UTF_8));
    }
  }
}
