package org.jieshi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** A pattern that matches is never ruled out by its beginning; one of another beginning is. */
class PathBeginningTest {

  private static final List<String> PATHS = List.of("/", "/tiles/parcels/14/1/2.mvt", "/tiles", "/tiles/", "/api/parcels",
      "/api/parcels/450721999001GN00001", "/api/par%63els/1", "/%74iles/parcels/14/1/2.mvt", "/api;v=1/parcels/1", "/webjars/a/b.js",
      "/webjars", "/api/parcels/1/history", "/app/main.js");

  private static final List<String> PATTERNS = List.of("/", "/tiles/{layers}/{z}/{x}/{y}.mvt", "/tiles/{*rest}", "/tiles/**",
      "/api/parcels", "/api/parcels/{code}", "/api/{kind:parcels|claims}/{code}", "/webjars/**", "/app/*.js", "/ap?/main.js",
      "/{page}", "/**");

  @Test
  void whatMatchesIsNeverRuledOut() {
    Set<String> matched = new LinkedHashSet<>();
    for (String pattern : PATTERNS) {
      for (String path : PATHS) {
        if (new PathPatternParser().parse(pattern).matches(PathContainer.parsePath(path))) {
          assertThat(PathBeginning.of(pattern).allows(path)).as("%s by %s", path, pattern).isTrue();
          matched.add(pattern);
        }
      }
    }
    assertThat(matched).containsExactlyElementsOf(PATTERNS);
  }

  @Test
  void theBeginningEndsBeforeTheFirstVariable() {
    assertThat(PathBeginning.of("/tiles/{layers}/{z}").text()).isEqualTo("/tiles");
    assertThat(PathBeginning.of("/app/*.js").text()).isEqualTo("/app");
    assertThat(PathBeginning.of("/api/parcels/list").text()).isEqualTo("/api/parcels/list");
    assertThat(PathBeginning.of("/{page}").text()).isEmpty();
  }

  @Test
  void anotherBeginningIsRuledOut() {
    assertThat(PathBeginning.of("/tiles/{layers}").allows("/api/parcels")).isFalse();
    assertThat(PathBeginning.of("/api/parcels").allows("/api/claims")).isFalse();
  }
}
