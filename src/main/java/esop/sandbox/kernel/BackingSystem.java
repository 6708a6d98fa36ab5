package esop.sandbox.kernel;

/** A simulated system: its word in every address, and its name as people say it. */
public record BackingSystem(String id, String name, String nameEn) {}
