package org.jieshi.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jieshi.platform.access.PathBeginning;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the handler of a request as Spring MVC does, which tries one mapping after the other; those whose path begins in
 * another way are passed over. A tile waited half a millisecond for that.
 */
@Component
class HandlerMappings implements WebMvcRegistrations {

  @Override
  public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
    return new ByBeginning();
  }

  private static final class ByBeginning extends RequestMappingHandlerMapping {

    private final Map<RequestMappingInfo, List<PathBeginning>> beginnings = new ConcurrentHashMap<>();
    private final ThreadLocal<String> asked = new ThreadLocal<>();

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
      asked.set(path);
      try {
        return super.lookupHandlerMethod(path, request);
      } finally {
        asked.remove();
      }
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo mapping, HttpServletRequest request) {
      String path = asked.get();
      return path == null || mayMatch(mapping, path) ? super.getMatchingMapping(mapping, request) : null;
    }

    /** Asked of every mapping with each request: a loop takes a third of a stream's time. */
    private boolean mayMatch(RequestMappingInfo mapping, String path) {
      for (PathBeginning beginning : beginnings(mapping)) {
        if (beginning.allows(path)) {
          return true;
        }
      }
      return false;
    }

    private List<PathBeginning> beginnings(RequestMappingInfo mapping) {
      List<PathBeginning> known = beginnings.get(mapping);
      return known != null ? known : beginnings.computeIfAbsent(mapping,
          key -> key.getPatternValues().stream().map(PathBeginning::of).toList());
    }
  }
}
