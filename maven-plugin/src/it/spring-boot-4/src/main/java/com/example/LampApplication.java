package com.example;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application with a page of its own. */
@SpringBootApplication
@RestController
public class LampApplication {
  public static void main(String[] args) {
    SpringApplication.run(LampApplication.class, args);
  }

  @GetMapping("/hello")
  String hello() {
    return "own page";
  }
}
