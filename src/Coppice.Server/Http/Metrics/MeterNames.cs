namespace Coppice.Server.Http.Metrics;

/// <summary>Whose numbers are shown at <c>/metrics</c>.</summary>
public static class MeterNames
{
    /// <summary>Our own: a folder makes its instruments with <c>IMeterFactory.Create(MeterNames.Coppice)</c>.</summary>
    public const string Coppice = "Coppice";

    /// <summary>Memory, collections, threads and processor time of the process.</summary>
    internal const string Runtime = "System.Runtime";

    internal const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel";
}
