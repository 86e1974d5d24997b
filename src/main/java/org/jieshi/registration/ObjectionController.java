package org.jieshi.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jieshi.registration.notice.Evidence;
import org.jieshi.registration.notice.Objection;
import org.jieshi.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists and answers objections. An answer is given once, so that no tag is needed. */
@RestController
@RequestMapping("/api/objections")
class ObjectionController {

  private final ObjectionDesk desk;

  ObjectionController(ObjectionDesk desk) {
    this.desk = desk;
  }

  @GetMapping
  Page<Objection> list(@RequestParam(required = false) Objection.@Nullable Status status,
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    return desk.page(status, page, size);
  }

  @GetMapping("/{id}/evidence")
  List<Evidence> evidence(@PathVariable String id) {
    return desk.evidence(id);
  }

  @GetMapping("/{id}/evidence/{file}")
  ResponseEntity<byte[]> evidence(@PathVariable String id, @PathVariable long file) {
    return DocumentController.attachment(desk.evidence(id, file));
  }

  @PostMapping("/{id}/actions/reject")
  Objection reject(@PathVariable String id, @Valid @RequestBody Answer answer) {
    return desk.reject(id, answer.answer()).masked();
  }

  @PostMapping("/{id}/actions/uphold")
  Objection uphold(@PathVariable String id, @Valid @RequestBody Answer answer) {
    return desk.uphold(id, answer.answer()).masked();
  }

  @PostMapping("/{id}/actions/name-case")
  Objection nameCase(@PathVariable String id, @Valid @RequestBody Case named) {
    return desk.nameCase(id, named.caseNumber()).masked();
  }

  record Answer(@NotBlank @Size(max = 4000) String answer) {
  }

  record Case(@NotBlank @Size(max = 40) String caseNumber) {
  }
}
