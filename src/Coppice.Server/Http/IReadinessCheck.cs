namespace Coppice.Server.Http;

/// <summary>One thing that has to be so before the server answers as it should.</summary>
public interface IReadinessCheck
{
    string Name { get; }

    /// <summary>Null where it is so; otherwise one sentence that says what is missing. Cheap: it is asked every few seconds.</summary>
    string? FindReason();
}
