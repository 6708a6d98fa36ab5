package esop.web;

/** What is wrong with one field of a request, in words for the person who filled it in. */
public record FieldError(String field, String message) {}
