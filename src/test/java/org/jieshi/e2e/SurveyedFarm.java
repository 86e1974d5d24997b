package org.jieshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;

/** Files of the demo farm, brought onto the register by its surveyor. */
final class SurveyedFarm {

  private static final String SURVEYOR =
      "Basic " + Base64.getEncoder().encodeToString("surveyor:huashan-surveyor".getBytes(StandardCharsets.UTF_8));

  private SurveyedFarm() {
  }

  /** @param file in {@code data/huashan}; committed when this returns */
  static void bring(Desk desk, String server, String file, String layer) {
    bring(desk, server, Path.of("data/huashan", file), layer);
  }

  /** Any file. */
  static void bring(Desk desk, String server, Path file, String layer) {
    APIResponse uploaded = desk.page().request().post(server + "/api/imports", RequestOptions.create()
        .setHeader("Authorization", SURVEYOR).setMultipart(FormData.create().set("layer", layer).set("accuracy", "0.05")
            .set("file", file)));
    assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(202);
    String address = server + "/api/imports/" + uploaded.text().replaceFirst("(?s).*?\"id\":(\\d+).*", "$1");
    for (String wanted : List.of("STAGED", "COMMITTED")) {
      Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> desk.page().request().get(address,
          RequestOptions.create().setHeader("Authorization", SURVEYOR)).text().contains(wanted));
      if (wanted.equals("STAGED")) {
        desk.page().request().post(address + "/commit", RequestOptions.create().setHeader("Authorization", SURVEYOR));
      }
    }
  }
}
