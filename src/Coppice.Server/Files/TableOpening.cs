using System.Diagnostics.CodeAnalysis;

namespace Coppice.Server.Files;

/// <summary>A reader and the format it reads, or one sentence that says why the file cannot be read.</summary>
public sealed record TableOpening(ITableReader? Reader, TableFormat? Format, string? Problem)
{
    [MemberNotNullWhen(true, nameof(Reader), nameof(Format))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsOpen => Reader is not null;

    internal static TableOpening Refused(string problem) => new(null, null, problem);
}
