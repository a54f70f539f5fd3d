namespace Coppice.Server.Predictions;

/// <summary>Ids for answers whose caller gave none: unique, and in the order of their time.</summary>
public static class PredictionIds
{
    public static string New(TimeProvider time) => NewGuid(time).ToString("N");

    public static Guid NewGuid(TimeProvider time) => Guid.CreateVersion7(time.GetUtcNow());
}
