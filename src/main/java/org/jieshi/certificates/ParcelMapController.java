package org.jieshi.certificates;

import java.nio.charset.StandardCharsets;
import org.jieshi.print.PaperSize;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The parcel map 宗地图 of any parcel, certified or not, for everybody signed in. */
@RestController
class ParcelMapController {

  private final ParcelMaps maps;

  ParcelMapController(ParcelMaps maps) {
    this.maps = maps;
  }

  /** @param paper A4 or A3; the smaller one with room for the boundary points if left out */
  @GetMapping(value = "/api/parcels/{code}/map.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> map(@PathVariable String code, @RequestParam(required = false) @Nullable PaperSize paper,
      @RequestParam(defaultValue = "true") boolean underlay) {
    return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline()
        .filename("宗地图 " + code + ".pdf", StandardCharsets.UTF_8).build().toString())
        .body(maps.print(code, paper, underlay));
  }
}
