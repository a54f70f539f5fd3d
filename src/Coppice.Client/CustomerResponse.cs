namespace Coppice.Client;

/// <summary>What is known of one customer, and what was last said about them.</summary>
/// <param name="Customer">The customer's key.</param>
/// <param name="Events">Events recorded.</param>
/// <param name="Profiles">Profiles recorded.</param>
/// <param name="Notes">Notes recorded.</param>
/// <param name="Outcomes">Outcomes reported.</param>
/// <param name="Predictions">Predictions recorded, all models together.</param>
/// <param name="FirstSeen">Time of the first event or note; null where there is none.</param>
/// <param name="LastSeen">Time of the last one.</param>
/// <param name="Latest">The newest prediction of each model that has answered about them.</param>
public sealed record CustomerResponse(
    string Customer,
    long Events,
    long Profiles,
    long Notes,
    long Outcomes,
    long Predictions,
    DateTimeOffset? FirstSeen,
    DateTimeOffset? LastSeen,
    IReadOnlyList<RecordedPrediction> Latest);

/// <summary>A customer in a list.</summary>
/// <param name="Customer">The customer's key.</param>
/// <param name="Events">Events recorded.</param>
/// <param name="LastEvent">Time of the last one; null where there is none.</param>
public sealed record CustomerSummary(string Customer, long Events, DateTimeOffset? LastEvent);

/// <summary>Customers by key.</summary>
/// <param name="Customers">Ordered by key.</param>
/// <param name="Next">What to give as <c>after</c> for the next ones; null at the end.</param>
public sealed record CustomerPage(IReadOnlyList<CustomerSummary> Customers, string? Next);
