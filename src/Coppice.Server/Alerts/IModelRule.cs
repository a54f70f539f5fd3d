namespace Coppice.Server.Alerts;

/// <summary>One thing that can go wrong with a model. Asked again and again, it reads what it is told and nothing else.</summary>
public interface IModelRule
{
    /// <summary>One of <see cref="AlertCodes"/>.</summary>
    string Code { get; }

    AlertReading Look(ModelFacts facts);
}
