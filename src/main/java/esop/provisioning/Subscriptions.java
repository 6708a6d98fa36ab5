package esop.provisioning;

import esop.web.Page;
import esop.web.Paging;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** 订购: what customers subscribe to, and the subscription orders that change it. */
public interface Subscriptions {

    /** Records subscription orders, state {@code acknowledged}. */
    void create(List<NewSubscriptionOrder> orders);

    /** Ends those of an item that is changed or dropped before its turn has come. */
    void cancel(String productOrderId, String orderItemId);

    /**
     * Looks which of an order's subscriptions the CRM is to be told of, now that none of its service orders is left to be opened; those
     * of services that are not there end here.
     *
     * @param serviceOrders all of the order's
     * @return the id of one that is to be told of, as business key of the process {@code subscription}; empty where there is none
     */
    Optional<String> ready(String productOrderId, List<ServiceOrderView> serviceOrders);

    /** In the order in which they were decomposed. */
    List<SubscriptionOrder> ofProductOrder(String productOrderId);

    /** What a customer has now, newest first. */
    Page<Subscription> ofCustomer(String customerId, Paging paging);

    /** Those of these that a customer of the data scope still has. */
    List<Subscription> find(Collection<String> subscriptionIds);

    /** Ids of the product orders that began a subscription and changed it since, oldest first. */
    List<String> orders(String subscriptionId);

    /** Those of these that an order under way is about to change or end. */
    Set<String> changing(Collection<String> subscriptionIds);

    /** How many of these products a customer has now; what it has none of is left out. */
    Map<String, Integer> held(String customerId, Collection<String> products);
}
