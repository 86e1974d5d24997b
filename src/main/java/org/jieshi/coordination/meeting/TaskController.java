package org.jieshi.coordination.meeting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import org.jieshi.identity.CurrentUser;
import org.jieshi.shared.Page;
import org.jieshi.shared.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tasks over HTTP. */
@RestController
@RequestMapping("/api/tasks")
class TaskController {

  private final Tasks tasks;
  private final CurrentUser current;

  TaskController(Tasks tasks, CurrentUser current) {
    this.tasks = tasks;
    this.current = current;
  }

  @GetMapping
  Page<Task> list(@RequestParam @Nullable String owner, @RequestParam Task.@Nullable Status status,
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
    current.require();
    return tasks.page(owner, status, page, Page.size(size));
  }

  @PostMapping
  ResponseEntity<Task> set(@Valid @RequestBody New task) {
    Task set = tasks.set(new Tasks.NewTask(task.title(), task.detail(), task.owner(), task.dueOn(), null, null,
        task.subjectKind(), task.subjectId()));
    return ResponseEntity.created(URI.create("/api/tasks/" + set.id())).eTag(Revision.etag(set.revision())).body(set);
  }

  @GetMapping("/{id}")
  ResponseEntity<Task> get(@PathVariable String id) {
    current.require();
    return answer(tasks.get(id));
  }

  @PostMapping("/{id}/actions/done")
  ResponseEntity<Task> done(@PathVariable String id, @Valid @RequestBody Result result,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(tasks.end(id, Revision.required(ifMatch, id), Task.Status.DONE, result.result()));
  }

  @PostMapping("/{id}/actions/cancel")
  ResponseEntity<Task> cancel(@PathVariable String id, @Valid @RequestBody Result result,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(tasks.end(id, Revision.required(ifMatch, id), Task.Status.CANCELLED, result.result()));
  }

  private static ResponseEntity<Task> answer(Task task) {
    return ResponseEntity.ok().eTag(Revision.etag(task.revision())).body(task);
  }

  record New(@NotBlank @Size(max = 200) String title, @Nullable @Size(max = 4000) String detail,
      @NotBlank @Size(max = 40) String owner, @NotNull LocalDate dueOn, @Nullable @Size(max = 20) String subjectKind,
      @Nullable @Size(max = 64) String subjectId) {
  }

  record Result(@NotBlank @Size(max = 4000) String result) {
  }
}
