package org.jieshi.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.util.UriUtils;

/**
 * What every address has in common: the form of the answer by {@code f} or {@code Accept}, the language by {@code lang} or
 * {@code Accept-Language}, parameters known and given once, and links that lead back here.
 */
final class OgcRequest {

  private static final String ROOT = "/ogc";

  private final HttpServletRequest http;
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private final boolean html;
  private final Language language;

  private OgcRequest(HttpServletRequest http, Set<String> known) {
    this.http = http;
    http.getParameterMap().forEach((name, values) -> {
      if (!known.contains(name)) {
        throw refused("There is no parameter %s here; known are %s.".formatted(name, String.join(", ", known)),
            "此处没有参数 %s，可用参数：%s。".formatted(name, String.join("、", known)), name);
      }
      if (values.length > 1) {
        throw refused("%s is given twice.".formatted(name), "参数 %s 重复。".formatted(name), name);
      }
      parameters.put(name, values[0]);
    });
    this.html = wantsHtml();
    this.language = wantedLanguage();
  }

  /** @throws org.jieshi.shared.ProblemException {@code BAD_REQUEST} for a parameter that isn't known or is given twice */
  static OgcRequest of(HttpServletRequest http, String... known) {
    return new OgcRequest(http,
        Stream.concat(Arrays.stream(known), Stream.of("f", "lang")).collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  static RuntimeException refused(String en, String zh, String parameter) {
    return Problem.of(ProblemCode.BAD_REQUEST, en, zh).inField(parameter).asException();
  }

  private boolean wantsHtml() {
    String form = parameters.get("f");
    if (form != null) {
      return switch (form) {
        case "html" -> true;
        case "json" -> false;
        default -> throw refused("f is json or html.", "参数 f 可为 json 或 html。", "f");
      };
    }
    String accept = http.getHeader(HttpHeaders.ACCEPT);
    if (accept == null) {
      return false;
    }
    try {
      List<MediaType> wanted = MediaType.parseMediaTypes(accept);
      MimeTypeUtils.sortBySpecificity(wanted);
      return wanted.stream().sorted((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()))
          .filter(type -> type.getSubtype().contains("json") || type.isCompatibleWith(MediaType.TEXT_HTML))
          .findFirst().filter(type -> type.getSubtype().equals("html")).isPresent();
    } catch (InvalidMediaTypeException unreadable) {
      return false;
    }
  }

  private Language wantedLanguage() {
    String asked = parameters.get("lang");
    if (asked == null) {
      return accepted();
    }
    return switch (asked) {
      case "zh" -> Language.ZH;
      case "en" -> Language.EN;
      default -> throw refused("lang is zh or en.", "参数 lang 可为 zh 或 en。", "lang");
    };
  }

  private Language accepted() {
    try {
      return Language.of(http.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    } catch (IllegalArgumentException unreadable) {
      return Language.ZH;
    }
  }

  boolean html() {
    return html;
  }

  Language language() {
    return language;
  }

  @Nullable String parameter(String name) {
    return parameters.get(name);
  }

  Optional<String> given(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  HttpServletRequest http() {
    return http;
  }

  /** The address of a resource under {@code /ogc}, as this request reached it; parts are encoded. */
  String address(String... parts) {
    StringBuilder address = new StringBuilder(root()).append(ROOT);
    for (String part : parts) {
      address.append('/').append(UriUtils.encode(part, StandardCharsets.UTF_8));
    }
    return address.toString();
  }

  /** Scheme, host and port. */
  String root() {
    String url = http.getRequestURL().toString();
    return url.substring(0, url.length() - http.getRequestURI().length());
  }

  /** This very request with other values of some parameters; a null value leaves one out. */
  String again(@Nullable String... namesAndValues) {
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] == null) {
        changed.remove(namesAndValues[i]);
      } else {
        changed.put(namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    String query = changed.entrySet().stream()
        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("&"));
    return http.getRequestURL() + (query.isEmpty() ? "" : "?" + query);
  }

  /** Self and the other form. @param json its media type here */
  List<Link> selfAndAlternate(String json) {
    Link asJson = new Link(again("f", "json"), html ? "alternate" : "self", json,
        language.say("This as JSON", "本页 JSON"));
    Link asHtml = new Link(again("f", "html"), html ? "self" : "alternate", Link.HTML,
        language.say("This as a page", "本页网页"));
    return html ? List.of(asHtml, asJson) : List.of(asJson, asHtml);
  }
}
