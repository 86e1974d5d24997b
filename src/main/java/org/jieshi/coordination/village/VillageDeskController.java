package org.jieshi.coordination.village;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The officers' side: links given and taken back, statements answered. */
@RestController
@RequestMapping("/api")
class VillageDeskController {

  private final VillageLinks links;
  private final VillageStatements statements;
  private final CurrentUser current;

  VillageDeskController(VillageLinks links, VillageStatements statements, CurrentUser current) {
    this.links = links;
    this.statements = statements;
    this.current = current;
  }

  @GetMapping("/village-links")
  List<VillageLink> links() {
    return links.all();
  }

  @GetMapping("/village-links/claimants")
  List<String> claimants() {
    current.require(Role.REVIEWER, Role.MEDIATOR);
    return links.claimants();
  }

  @PostMapping("/village-links")
  @ResponseStatus(HttpStatus.CREATED)
  VillageLinks.Given give(@Valid @RequestBody New link) {
    return links.give(link.claimant(), link.label(), link.days());
  }

  @PostMapping("/village-links/{id}/actions/revoke")
  VillageLink revoke(@PathVariable long id) {
    return links.revoke(id);
  }

  @GetMapping("/village-statements")
  Page<VillageStatement> statements(@RequestParam VillageStatement.@Nullable Status status,
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    return statements.page(status, page, size);
  }

  @PostMapping("/village-statements/{id}/actions/answer")
  VillageStatement answer(@PathVariable String id, @Valid @RequestBody Answer answer) {
    return statements.answer(id, answer.answer()).masked();
  }

  record New(@NotBlank @Size(max = 200) String claimant, @NotBlank @Size(max = 200) String label,
      @NotNull @Min(1) @Max(VillageLinks.LONGEST_DAYS) Integer days) {
  }

  record Answer(@NotBlank @Size(max = 4000) String answer) {
  }
}
