package esop.provisioning;

/** Something that an order had opened has been taken back; its service orders say what is left. */
public record OrderTakenBack(String productOrderId) {}
