package org.jieshi.imagery;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.shared.Page;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Orthophotos over HTTP: everybody signed in sees which there are, the administrator registers them. */
@RestController
@RequestMapping("/api/orthophotos")
class OrthophotoController {

  private static final int LONGEST_NAME = 100;
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Orthophotos orthophotos;

  OrthophotoController(Orthophotos orthophotos) {
    this.orthophotos = orthophotos;
  }

  @GetMapping
  Page<View> all() {
    List<View> all = orthophotos.all().stream().map(View::of).toList();
    return new Page<>(all, all.size(), 0, all.size());
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  View add(@RequestParam MultipartFile file, @RequestParam String name,
      @RequestParam(required = false) @Nullable LocalDate flownOn) throws IOException {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "Give the picture a name of up to 100 characters.",
          "请填写影像名称（不超过 100 字）。").inField("name").asException();
    }
    try (InputStream content = file.getInputStream()) {
      return View.of(orthophotos.add(name.strip(), content, flownOn));
    }
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void retire(@PathVariable long id) {
    orthophotos.retire(id);
  }

  /** A square of the map in web Mercator, 512 pixels wide, as JPEG; no content where nothing was flown. */
  @GetMapping("/tiles/{z}/{x}/{y}.jpg")
  ResponseEntity<byte[]> tile(@PathVariable int z, @PathVariable int x, @PathVariable int y) throws IOException {
    CacheControl kept = CacheControl.maxAge(KEPT).cachePrivate();
    byte[] picture = PhotoTile.of(orthophotos, z, x, y);
    return picture == null ? ResponseEntity.noContent().cacheControl(kept).build()
        : ResponseEntity.ok().cacheControl(kept).contentType(MediaType.IMAGE_JPEG).body(picture);
  }

  /** @param pixel metres on the ground; @param bounds west, south, east, north, CGCS2000 degrees */
  record View(long id, String name, String crs, int width, int height, BigDecimal pixel, @Nullable LocalDate flownOn,
      String addedBy, Instant addedAt, double[] bounds) {

    static View of(Orthophoto photo) {
      return new View(photo.id(), photo.name(), "EPSG:" + photo.srid(), photo.width(), photo.height(),
          BigDecimal.valueOf(photo.pixel()).setScale(3, RoundingMode.HALF_UP), photo.flownOn(), photo.addedBy(),
          photo.addedAt(), new double[] {photo.degrees().getMinX(), photo.degrees().getMinY(),
              photo.degrees().getMaxX(), photo.degrees().getMaxY()});
    }
  }
}
