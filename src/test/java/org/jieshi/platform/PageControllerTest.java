package org.jieshi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ResponseEntity;

class PageControllerTest {

  private static final Pattern LOCAL_ADDRESS = Pattern.compile("\"(/(?:webjars|styles|app|favicon)[^\"]*)\"");

  @Test
  void thePolicyNamesTheNonceOfThePage() throws IOException {
    ResponseEntity<String> answer = new PageController(new Basemaps(null, false, null, null)).page();

    String policy = answer.getHeaders().getFirst("Content-Security-Policy");
    var nonce = Pattern.compile("'nonce-([^']+)'").matcher(policy);
    assertThat(nonce.find()).isTrue();
    assertThat(answer.getBody()).contains("nonce=\"" + nonce.group(1) + "\"").doesNotContain("{{nonce}}");
  }

  @Test
  void noTwoPagesShareANonce() throws IOException {
    PageController pages = new PageController(new Basemaps(null, false, null, null));

    assertThat(pages.page().getBody()).isNotEqualTo(pages.page().getBody());
  }

  @Test
  void thePolicyAllowsNothingInlineAndNothingFromElsewhere() throws IOException {
    String policy = new PageController(new Basemaps(null, false, null, null)).page().getHeaders().getFirst("Content-Security-Policy");

    assertThat(policy).startsWith("default-src 'none'").contains("frame-ancestors 'none'")
        .doesNotContain("unsafe").doesNotContain("http").doesNotContain("*");
  }

  @Test
  void everythingThePageNamesIsInTheJar() throws IOException {
    String page = new ClassPathResource("static/index.html").getContentAsString(StandardCharsets.UTF_8);

    List<String> missing = LOCAL_ADDRESS.matcher(page).results().map(match -> match.group(1))
        .filter(address -> !address.endsWith("/"))
        .filter(address -> !new ClassPathResource(place(address)).exists())
        .toList();

    assertThat(missing).isEmpty();
  }

  private static String place(String address) {
    return (address.startsWith("/webjars/") ? "META-INF/resources" : "static") + address;
  }
}
