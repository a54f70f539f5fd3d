namespace Coppice.Client;

/// <summary>How a <see cref="CoppiceClient"/> behaves when the server is busy.</summary>
public sealed record CoppiceClientOptions
{
    /// <summary>How often a question that changes nothing is asked again after 429 or 503. Default 3; 0 never asks again.</summary>
    public int MostRetries { get; init; } = 3;

    /// <summary>The longest wait between two tries, also where the server's <c>Retry-After</c> asks for more. Default 10 seconds.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The clock that waits are taken by. Default the machine's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
