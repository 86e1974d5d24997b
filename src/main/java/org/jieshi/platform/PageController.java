package org.jieshi.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The one page of the program. Each answer carries its own nonce, which only the import map uses: every other script and
 * style is a file of this server, and nothing inline can run.
 */
@Controller
class PageController {

  private static final String NONCE_PLACE = "{{nonce}}";
  private static final int NONCE_BYTES = 18;

  private final SecureRandom random = new SecureRandom();
  private final String page;
  private final String pictures;

  PageController(Basemaps basemaps) throws IOException {
    pictures = basemaps.sources();
    page = new ClassPathResource("static/index.html").getContentAsString(StandardCharsets.UTF_8);
  }

  @GetMapping({"/", "/index.html"})
  ResponseEntity<String> page() {
    String nonce = freshNonce();
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", policy(nonce))
        .body(page.replace(NONCE_PLACE, nonce));
  }

  /** Tiles and charts are drawn on canvases, which need no source of their own; {@code data:} is Leaflet's blank tile. */
  private String policy(String nonce) {
    return "default-src 'none'; script-src 'self' 'nonce-%s'; style-src 'self'; img-src 'self' data: blob:%s; "
        .formatted(nonce, pictures)
        + "font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
        + "form-action 'none'";
  }

  private String freshNonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
