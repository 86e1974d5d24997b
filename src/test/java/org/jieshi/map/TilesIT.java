package org.jieshi.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKTReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@EachDatabase
@AutoConfigureMockMvc
class TilesIT {

  /** The tile over the test point of domain.md. */
  private static final String TILE = "/14/13165/7144.mvt";

  @Autowired MockMvc http;
  @Autowired SpatialUnits units;
  @Autowired AuditLog audit;
  @Autowired PlatformTransactionManager transactions;
  @TempDir Path directory;

  @Test
  void aParcelIsOnItsTileWithItsStateAndOneLabel() throws Exception {
    add(UnitKind.PARCEL, "450721001002GN00001", UnitFacts.NONE.withParty("华山农场", null, null), 0);

    JtsMvt tile = decoded(tile("parcels"));

    Geometry parcel = tile.getLayer("parcels").getGeometries().iterator().next();
    assertThat(tags(parcel)).containsEntry("code", "450721001002GN00001").containsEntry("status", "SURVEYED")
        .containsEntry("party", "华山农场").containsEntry("area", 10_000.0).containsKey("id");
    assertThat(tile.getLayer("parcels-labels").getGeometries()).hasSize(1);
  }

  @Test
  void farOutAParcelSaysOnlyWhatItIsPaintedBy() throws Exception {
    add(UnitKind.PARCEL, "450721001002GN00001", UnitFacts.NONE.withParty("华山农场", null, null), 0);

    JtsMvt tile = decoded(http.perform(get("/tiles/parcels/11/1645/893.mvt").with(user("admin"))).andReturn().getResponse());

    Geometry parcel = tile.getLayer("parcels").getGeometries().iterator().next();
    assertThat(tags(parcel)).containsEntry("status", "SURVEYED").doesNotContainKeys("code", "party", "area");
    assertThat(tile.getLayer("parcels-labels")).isNull();
  }

  @Test
  void aClaimIsOnItsOwnLayerAndShowsWhatItRestsOn() throws Exception {
    add(UnitKind.CLAIM, "大岭-1", UnitFacts.NONE.withParty("大岭村", UnitFacts.OCCUPATION, null), 150);

    Geometry claim = decoded(tile("claims")).getLayer("claims").getGeometries().iterator().next();

    assertThat(tags(claim)).containsEntry("basis", "OCCUPATION").containsEntry("party", "大岭村");
  }

  @Test
  void tileJsonDescribesTheTilesWhereverTheServerIsSeenFrom() throws Exception {
    add(UnitKind.PARCEL, "450721001002GN00077", UnitFacts.NONE.withParty("华山农场", null, null), -150);
    byte[] described = http.perform(get("/tiles/parcels,claims.json?asOf=2013-01-01").with(user("admin"))
        .with(request -> {
          request.setScheme("https");
          request.setServerName("gis.example.cn");
          request.setServerPort(443);
          return request;
        })).andExpect(status().isOk())
        .andExpect(jsonPath("$.tilejson").value("3.0.0"))
        .andExpect(jsonPath("$.tiles[0]").value("https://gis.example.cn/tiles/parcels,claims/{z}/{x}/{y}.mvt?asOf=2013-01-01"))
        .andExpect(jsonPath("$.vector_layers[*].id").value(
            org.hamcrest.Matchers.contains("parcels", "parcels-labels", "claims", "claims-labels")))
        .andExpect(jsonPath("$.vector_layers[0].fields.status").value("String"))
        .andExpect(jsonPath("$.vector_layers[0].fields.area").value("Number"))
        .andExpect(jsonPath("$.vector_layers[1].fields.length()").value(1))
        .andExpect(jsonPath("$.minzoom").value(8)).andExpect(jsonPath("$.maxzoom").value(21))
        .andExpect(jsonPath("$.bounds.length()").value(4)).andExpect(jsonPath("$.attribution").isNotEmpty())
        .andReturn().getResponse().getContentAsByteArray();
    http.perform(get("/tiles/roads.json").with(user("admin"))).andExpect(status().isNotFound());

    Path json = Files.write(directory.resolve("tiles.json"), described);
    Path tile = Files.write(directory.resolve("tile.mvt"), tile("parcels").getContentAsByteArray());
    Process gdal = new ProcessBuilder("ogrinfo", "-ro", "-al", "-oo", "METADATA_FILE=" + json, "-oo", "X=13165", "-oo", "Y=7144",
        "-oo", "Z=14", tile.toString(), "parcels").redirectErrorStream(true).start();
    String said = new String(gdal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(gdal.waitFor()).as(said).isZero();
    assertThat(said).contains("code (String) = 450721001002GN00077", "area: Real", "party (String) = 华山农场")
        .doesNotContain("Warning", "ERROR");
  }

  @Test
  void severalLayersComeInOneTile() throws Exception {
    add(UnitKind.PARCEL, "450721001002GN00003", UnitFacts.NONE, 450);
    add(UnitKind.CLAIM, "大岭-2", UnitFacts.NONE.withParty("大岭村", UnitFacts.OCCUPATION, null), 460);

    assertThat(decoded(tile("parcels,claims")).getLayersByName())
        .containsOnlyKeys("parcels", "parcels-labels", "claims", "claims-labels");
  }

  @Test
  void anUnchangedTileIsNotSentAgainAndAChangedOneIs() throws Exception {
    String before = tile("parcels").getHeader("ETag");

    http.perform(get("/tiles/parcels" + TILE).with(user("admin")).header("If-None-Match", before))
        .andExpect(status().isNotModified());
    add(UnitKind.PARCEL, "450721001002GN00002", UnitFacts.NONE, -300);

    http.perform(get("/tiles/parcels" + TILE).with(user("admin")).header("If-None-Match", before))
        .andExpect(status().is2xxSuccessful());
  }

  @Test
  void aChangeElsewhereLetsABrowserKeepItsTile() throws Exception {
    add(UnitKind.PARCEL, "450721001002GN00005", UnitFacts.NONE, 750);
    String before = tile("parcels,claims").getHeader("ETag");

    add(UnitKind.PARCEL, "450721001002GN00006", UnitFacts.NONE, 9_000);

    http.perform(get("/tiles/parcels,claims" + TILE).with(user("admin")).header("If-None-Match", before))
        .andExpect(status().isNotModified());
  }

  @Test
  void theIndexSaysWhereTheLandIs() throws Exception {
    add(UnitKind.PARCEL, "450721001002GN00004", UnitFacts.NONE, 600);

    http.perform(get("/tiles/index.json").with(user("admin")))
        .andExpect(jsonPath("$.bounds[0]").value(closeTo(109.29, 0.01)))
        .andExpect(jsonPath("$.bounds[1]").value(closeTo(22.42, 0.001)))
        .andExpect(jsonPath("$.bounds[2]").value(closeTo(109.297, 0.002)))
        .andExpect(jsonPath("$.bounds[3]").value(closeTo(22.421, 0.001)));
  }

  @Test
  void aTileWithNothingOnItSaysSo() throws Exception {
    http.perform(get("/tiles/parcels/14/0/0.mvt").with(user("admin"))).andExpect(status().isNoContent());
    http.perform(get("/tiles/units" + TILE).with(user("admin"))).andExpect(status().isNoContent());
  }

  @Test
  void whatIsNoTileIsRefused() throws Exception {
    for (String path : List.of("/tiles/secrets" + TILE, "/tiles/parcels,secrets" + TILE, "/tiles/," + TILE,
        "/tiles/parcels/14/99999999/0.mvt")) {
      http.perform(get(path).with(user("admin"))).andExpect(status().isNotFound());
    }
    http.perform(get("/tiles/parcels/14/x/0.mvt").with(user("admin"))).andExpect(status().isBadRequest());
    http.perform(get("/tiles/parcels" + TILE)).andExpect(status().isUnauthorized());
  }

  private MockHttpServletResponse tile(String layer) throws Exception {
    return http.perform(get("/tiles/" + layer + TILE).with(user("admin"))).andReturn().getResponse();
  }

  private static JtsMvt decoded(MockHttpServletResponse response) throws Exception {
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getContentType()).isEqualTo("application/vnd.mapbox-vector-tile");
    return MvtReader.loadMvt(new ByteArrayInputStream(response.getContentAsByteArray()), new GeometryFactory(),
        new TagKeyValueMapConverter(false, "id"), MvtReader.RING_CLASSIFIER_V2_1);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> tags(Geometry feature) {
    return (Map<String, Object>) feature.getUserData();
  }

  /** A hectare at the test point, moved east by some metres. */
  private void add(UnitKind kind, String code, UnitFacts facts, int east) throws Exception {
    Geometry square = new WKTReader().read("POLYGON ((%1$d 2480878, %1$d 2480978, %2$d 2480978, %2$d 2480878, %1$d 2480878))"
        .formatted(36_632_820 + east, 36_632_920 + east));
    square.setSRID(4524);
    new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
      units.add(kind, List.of(new UnitDraft(code, square, 4524, null, 0.05, facts, null, null)),
          new ChangeReason("IMPORT", "test"));
      audit.record("UNITS_ADDED", "test", code);
    });
  }
}
