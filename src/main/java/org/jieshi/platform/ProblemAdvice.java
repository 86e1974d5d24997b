package org.jieshi.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jieshi.shared.Bilingual;
import org.jieshi.platform.limits.BodyRefused;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.store.Outage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.DisconnectedClientHelper;

/** The one place where a refusal or a failure becomes an answer. Nothing of the program's inside leaves it. */
@RestControllerAdvice
class ProblemAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  private final LastChange lastChange;

  ProblemAdvice(LastChange lastChange) {
    this.lastChange = lastChange;
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refusal(ProblemException refusal, HttpServletRequest request) {
    Problem problem = refusal.problem();
    if (problem.code().status() == HttpStatus.FORBIDDEN.value()) {
      note(problem, request);
    }
    ResponseEntity<Map<String, Object>> answer = answer(problem);
    if (problem.code() == ProblemCode.VERSION_STALE && problem.record() != null && answer.getBody() != null) {
      answer.getBody().putAll(lastChange.of(problem.record()));
    }
    return answer;
  }

  /** As the table of addresses notes what it refuses itself: by pattern and account, nothing that somebody typed. */
  private static void note(Problem problem, HttpServletRequest request) {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who != null && !(who instanceof AnonymousAuthenticationToken)) {
      LOG.info("Refused to {}: {} {} ({})", who.getName(), request.getMethod(),
          request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE), problem.code());
    }
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> invalidField(MethodArgumentNotValidException invalid) {
    var error = invalid.getBindingResult().getFieldError();
    String field = error == null ? "body" : error.getField();
    String reason = error == null ? "is not acceptable"
        : error.isBindingFailure() ? "cannot be read, give another value" : error.getDefaultMessage();
    return answer(new Problem(ProblemCode.INVALID_FIELD,
        new Bilingual("%s: %s.".formatted(field, reason), "字段 %s 的内容不符合要求。".formatted(field))).inField(field));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> wrongType(MethodArgumentTypeMismatchException wrong) {
    return answer(Problem.of(ProblemCode.BAD_REQUEST,
        "%s cannot be read: give another value.".formatted(wrong.getName()),
        "参数 %s 无法读取，请更正。".formatted(wrong.getName())).inField(wrong.getName()));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException unreadable) {
    return answer(BodyRefused.of(unreadable).orElseGet(() -> Problem.of(ProblemCode.BAD_REQUEST,
        "The body of the request is not the JSON expected here.", "请求内容不是此处所需的 JSON。")));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> notReadOn(BodyRefused refused) {
    return answer(refused.problem());
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> noForm(MultipartException noForm) {
    Outage outage = Outage.of(noForm).orElse(null); // a full disk takes no form either
    return outage != null ? outage(outage, noForm)
        : answer(BodyRefused.of(noForm).orElseGet(() -> ofStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE)));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> tooLarge(MaxUploadSizeExceededException tooLarge) {
    return answer(Problem.of(ProblemCode.TOO_LARGE, "The file is larger than this server accepts.",
        "文件超过本服务器允许的大小。"));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> locked(PessimisticLockingFailureException locked) {
    return answer(Problem.of(ProblemCode.VERSION_STALE,
        "Somebody else was changing the same records; nothing was changed. Try again.",
        "他人正在修改同一记录，未作任何更改，请重试。"));
  }

  /** The browser went on to something else, as a map does when it is moved: nobody is there to be answered. */
  @ExceptionHandler
  void nobodyListens(AsyncRequestNotUsableException gone) {
    LOG.debug("Request abandoned: {}", gone.getMessage());
  }

  @ExceptionHandler({AuthenticationException.class, AccessDeniedException.class})
  void leaveToSecurity(RuntimeException denied) {
    throw denied;
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Map<String, Object>> failure(Exception failure) {
    Outage outage = Outage.of(failure).orElse(null);
    if (outage != null) {
      return outage(outage, failure);
    }
    if (failure instanceof HttpMessageNotWritableException && DisconnectedClientHelper.isClientDisconnectedException(failure)) {
      return null; // went away in the midst of an answer
    }
    if (failure instanceof ErrorResponse response) {
      return answer(ofStatus(response.getStatusCode()));
    }
    if (UnstorableText.causes(failure)) {
      return answer(Problem.of(ProblemCode.BAD_REQUEST, "A text holds a character that cannot be kept: type it anew.",
          "文本中有无法保存的字符，请重新输入。"));
    }
    String reference = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("Failure {}", reference, failure);
    return answer(Problem.of(ProblemCode.INTERNAL,
        "The program failed; nothing was changed. Report reference %s to the administrator.".formatted(reference),
        "程序出错，未作任何更改，请将编号 %s 告知管理员。".formatted(reference)).about(reference));
  }

  private static ResponseEntity<Map<String, Object>> outage(Outage outage, Exception failure) {
    LOG.warn("{}: {}", outage, failure.getMessage());
    return ResponseEntity.status(outage.problem().code().status()).contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .header(HttpHeaders.RETRY_AFTER, String.valueOf(Outage.RETRY_AFTER))
        .body(ProblemWriter.document(outage.problem()));
  }

  private static Problem ofStatus(HttpStatusCode status) {
    return switch (status.value()) {
      case 404 -> Problem.of(ProblemCode.NOT_FOUND, "There is nothing at this address.", "该地址没有内容。");
      case 405 -> Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "This address does not answer that method.",
          "该地址不支持此方法。");
      case 413 -> Problem.of(ProblemCode.TOO_LARGE, "The request is larger than this server accepts.",
          "请求超过本服务器允许的大小。");
      case 415 -> Problem.of(ProblemCode.UNSUPPORTED_TYPE, "This kind of content is not accepted here.",
          "此处不接受该类内容。");
      default -> Problem.of(ProblemCode.BAD_REQUEST, "The request lacks something or cannot be understood.",
          "请求缺少内容或无法理解。");
    };
  }

  private static ResponseEntity<Map<String, Object>> answer(Problem problem) {
    return ResponseEntity.status(problem.code().status()).contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemWriter.document(problem));
  }
}
