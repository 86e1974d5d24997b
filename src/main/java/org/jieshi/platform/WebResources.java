package org.jieshi.platform;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The files of the page. A library's address holds its version, so a browser may keep it for good; our own modules are
 * asked for again and answered with 304 while they are unchanged, so that a new version is never mixed with an old one.
 */
@Configuration(proxyBeanMethods = false)
class WebResources implements WebMvcConfigurer {

  private static final Duration FOR_GOOD = Duration.ofDays(365);

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry.addResourceHandler("/webjars/**")
        .addResourceLocations("classpath:/META-INF/resources/webjars/")
        .setCacheControl(CacheControl.maxAge(FOR_GOOD).cachePublic().immutable());
    for (String folder : new String[] {"app", "lib", "components", "features", "styles", "locales"}) {
      registry.addResourceHandler("/" + folder + "/**")
          .addResourceLocations("classpath:/static/" + folder + "/")
          .setCacheControl(CacheControl.noCache());
    }
    registry.addResourceHandler("/favicon.svg")
        .addResourceLocations("classpath:/static/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)));
  }
}
