package org.jieshi.platform.limits;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BodyLimits.class)
class LimitsConfiguration {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> limitedBodies(BodyLimits limits) {
    return server -> server.addEngineValves(new RequestBodies(limits));
  }
}
