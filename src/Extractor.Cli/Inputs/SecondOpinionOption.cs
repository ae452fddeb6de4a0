using System.CommandLine;
using System.CommandLine.Parsing;
using Extractor.Core;
using Extractor.Core.Claims;
using Extractor.Core.Documents;
using Extractor.Core.Opinions;

namespace Extractor.Cli.Inputs;

/// <summary><c>--second-opinion</c>, for the verbs that read claims.</summary>
static class SecondOpinionOption
{
    const string Variable = "EXTRACTOR_SECOND_OPINION";

    public static Option<bool> Create() => new("--second-opinion")
    {
        Description = "Say of each claim whether Microsoft.Recognizers.Text reads the same value and unit: agrees, disagrees or silent",
        DefaultValueFactory = FromVariable,
    };

    /// <summary>How documents are read: by the ruleset alone, or with the second opinion.</summary>
    /// <exception cref="CliException">It is asked for, and the program was built without it.</exception>
    public static Func<string, DocumentFacts, Extraction> Reader(bool isAsked)
    {
        if (!isAsked)
            return ClaimExtractor.Default.Extract;
        var second = new SecondOpinion(RecognizerChoice.Microsoft("--second-opinion"));
        return (text, facts) => second.Ask(text, ClaimExtractor.Default.Extract(text, facts));
    }

    static bool FromVariable(ArgumentResult result)
    {
        switch (InputOptions.Variable(Variable)?.ToLowerInvariant())
        {
            case "1" or "true" or "yes":
                return true;
            case null or "0" or "false" or "no":
                return false;
            case var other:
                result.AddError($"{Variable}={other} is neither true nor false.");
                return false;
        }
    }
}
