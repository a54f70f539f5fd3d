namespace Coppice.Server.Files.Columns;

/// <summary>What a column is for. A column without a role is a property.</summary>
public enum ColumnRole
{
    Customer,
    Time,
    Type,
    Value,
    Quantity,
    Id,
    Session,
    Product,
    KnownTime,
    Text,
    Language,
    Purchased,
    Churned,
    LifetimeValue,
    PredictionId,
}
