namespace Coppice.Server.Http;

/// <summary>How many entries of a list one answer holds.</summary>
public static class PageSize
{
    public const int Usual = 50;
    public const int Most = 1000;

    /// <summary>The size asked for, or the usual one.</summary>
    /// <exception cref="RequestException">It is out of bounds.</exception>
    public static int Of(int? asked) => asked is null or (>= 1 and <= Most)
        ? asked ?? Usual
        : throw new RequestException(RequestCodes.BadRequest, $"limit expects 1 to {Most}, found {asked}.", RefusalKind.BadInput);
}
