using System.Diagnostics.CodeAnalysis;

namespace Coppice.Server.Files.Columns;

/// <summary>A mapping, or one sentence that says what is missing.</summary>
public sealed record ColumnMappingResult(ColumnMapping? Mapping, string? Problem)
{
    [MemberNotNullWhen(true, nameof(Mapping))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsResolved => Mapping is not null;
}
