package org.jieshi.disputes.hold;

import java.util.List;
import org.jieshi.identity.CurrentUser;
import org.jieshi.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of holds over HTTP, for those who issue permits. */
@RestController
@RequestMapping("/api/holds")
class HoldController {

  private final Holds holds;
  private final CurrentUser current;

  HoldController(Holds holds, CurrentUser current) {
    this.holds = holds;
    this.current = current;
  }

  @GetMapping
  Page<Hold> list(@RequestParam @Nullable String parcel, @RequestParam(name = "case") @Nullable String caseId,
      @RequestParam @Nullable Boolean standing, @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    current.require();
    List<Hold> all = holds.find(parcel, caseId, standing);
    int most = Page.size(size);
    return new Page<>(all.stream().skip(Page.offset(page, most)).limit(most).toList(), all.size(), Math.max(0, page),
        most);
  }
}
