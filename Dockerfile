FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Extractor.Cli -c Release --use-current-runtime -p:CompiledAhead=true -o /app

# With Kestrel, for a worker's own port.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
USER app
ENTRYPOINT ["dotnet", "/app/extractor.dll"]
CMD ["worker"]
