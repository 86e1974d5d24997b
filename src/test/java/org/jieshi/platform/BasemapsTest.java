package org.jieshi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BasemapsTest {

  @Test
  void withoutASettingNobodyElseIsAsked() {
    Basemaps none = new Basemaps(null, false, " ", null);

    assertThat(none.all()).isEmpty();
    assertThat(none.sources()).isEmpty();
  }

  @Test
  void onlyTheServersThatWereSetUpMayBeAsked() {
    Basemaps maps = new Basemaps("k3y", true, "https://tiles.farm.example:8443/{z}/{x}/{y}.png", "农场影像");

    assertThat(maps.all()).extracting(Basemaps.Basemap::id).containsExactly("tianditu", "tianditu-imagery", "osm", "own");
    assertThat(maps.all().get(0).urls()).hasSize(2).allSatisfy(url -> assertThat(url).endsWith("&tk=k3y"));
    assertThat(maps.sources()).isEqualTo(
        " https://*.tianditu.gov.cn https://tile.openstreetmap.org https://tiles.farm.example:8443");
  }

  @Test
  void ownTilesOfThisServerNeedNoLeave() {
    assertThat(new Basemaps(null, false, "/own/{z}/{x}/{y}.png", null).sources()).isEmpty();
  }
}
