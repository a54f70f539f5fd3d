namespace Coppice.Server.Files.Columns;

/// <summary>What a column is for. A column without a role is a property.</summary>
public enum ColumnRole
{
    Customer,
    Time,
    Type,
    Value,
    Id,
    Session,
    Product,
    KnownTime,
    Text,
    Language,
    Purchased,
    Churned,
    LifetimeValue,
}
